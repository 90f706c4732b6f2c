import { PageLinks } from '../../../functions/console/ui/page-links.tsx';
import { SearchLine } from '../../../functions/console/ui/search-form.tsx';
import { type Column, Table } from '../../../functions/console/ui/table.tsx';
import { count, counted } from '../../../functions/lib/count.ts';
import { courtTime } from '../../../functions/lib/court-time.ts';
import { linkTo } from '../../../functions/lib/link-to.ts';
import { localPage } from '../../lib/local-page.tsx';
import type { ReadMail } from './inbox-mail.ts';

/** A page of the list of emails. */
interface ListPage {
  readonly mails: readonly ReadMail[];
  /** How many match the query. */
  readonly found: number;
  /** How many there are. */
  readonly total: number;
  readonly query: string;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** Of the times shown. */
  readonly zone: string;
}

/** Shows mail as it comes in, while the newest is looked at. */
const WATCH = `
const shown = document.querySelector('[data-total]').dataset.total;
setInterval(async () => {
  const answer = await fetch('/inbox/count').catch(() => null);
  if (answer?.ok && (await answer.text()) !== shown) location.reload();
}, 2000);`;

/** The list of emails, newest first, and the form to search it by: a string of HTML. */
export function listPage(view: ListPage): string {
  const { query, page } = view;
  return localPage({
    title: 'Inbox · Crier',
    body: <List {...view} />,
    ...(page === 1 && query === '' && { script: WATCH }),
  });
}

function List({ mails, zone, found, total, query, page, pages }: ListPage) {
  const to = (number: number) => linkTo('/inbox', { q: query, page: String(number) });
  return (
    <>
      <h1>Inbox</h1>
      <form class="crier-search" role="search" method="get" action="/inbox">
        <SearchLine label="Search by address, subject or run" typed={query} />
      </form>
      <p data-total={total}>
        {query === ''
          ? `${counted(total, 'email')}, newest first. Nothing left this machine.`
          : `${count(found)} of ${counted(total, 'email')} with “${query}”.`}
      </p>
      {mails.length > 0 ? (
        <Table
          caption="Emails, newest first"
          columns={columns(zone)}
          rows={mails}
          onPhones="stacked"
          class="crier-sends"
        />
      ) : (
        <p class="crier-empty">
          {query === ''
            ? 'No emails yet. Upload a launch plan and a roster; emails arrive when each phase starts.'
            : 'No email matches in its address, subject or run.'}
        </p>
      )}
      {pages > 1 ? (
        <p class="crier-quiet">
          Page {page} of {pages}
        </p>
      ) : null}
      <PageLinks
        previous={page > 1 ? to(page - 1) : null}
        next={page < pages ? to(page + 1) : null}
        previousLabel="Newer"
        nextLabel="Older"
      />
    </>
  );
}

function columns(zone: string): readonly Column<ReadMail>[] {
  return [
    {
      head: 'To',
      isRowHead: true,
      cell: ({ to: { name, address } }) => (
        <>
          {name || address}
          {name ? <span class="crier-quiet">{address}</span> : null}
        </>
      ),
    },
    {
      head: 'Subject',
      cell: ({ mail, subject }) => <a href={`/inbox/${mail.messageId}`}>{subject}</a>,
    },
    { head: 'Sent', class: 'local-time', cell: ({ mail }) => <SentAt at={mail.at.toString()} zone={zone} /> },
  ];
}

/** When an email was sent. @param at instant, ISO 8601 in UTC */
export function SentAt({ at, zone }: { readonly at: string; readonly zone: string }) {
  return <time datetime={at}>{courtTime(at, zone)}</time>;
}
