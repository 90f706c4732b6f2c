import type { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import { Hidden, SubmitButton } from '../../functions/console/ui/action-form.tsx';
import { Alert } from '../../functions/console/ui/alert.tsx';
import { Field } from '../../functions/console/ui/field.tsx';
import { Section } from '../../functions/console/ui/section.tsx';
import { type Column, Table } from '../../functions/console/ui/table.tsx';
import { courtTime, zoneWords } from '../../functions/lib/court-time.ts';
import { localPage } from '../lib/local-page.tsx';
import type { DatedUpload, LastAction, Upcoming } from './clock-control.ts';

/** What the clock's page shows. */
export interface ClockView {
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly movingTo: Temporal.Instant | null;
  readonly upcoming: readonly Upcoming[];
  readonly uploads: readonly DatedUpload[];
  readonly last: LastAction | null;
  /** Why what was just asked for wasn't done. */
  readonly refusal: string | null;
  /** Pages beside this one. */
  readonly links: { readonly console: string; readonly inbox: string };
}

/** The whole page, a string of HTML: works without scripts, and loads itself again while the clock is moved. */
export function clockPage(view: ClockView): string {
  const { zone, now, movingTo, uploads, links } = view;
  return localPage({
    title: 'The clock · Crier',
    links: [
      { href: links.console, label: 'Console' },
      { href: links.inbox, label: 'Every email' },
    ],
    ...(movingTo && { refreshSeconds: 1 }),
    body: (
      <>
        <h1>The clock</h1>
        <Result {...view} />
        <p class="local-now">
          <time datetime={now.toString()}>{courtTime(now.toString(), zone)}</time>
        </p>
        <p>All times are in {zoneWords(zone)}. Rehearsal: no real email is sent.</p>
        {movingTo ? <Moving to={movingTo} zone={zone} /> : <Controls {...view} />}
        {uploads.length > 0 ? <Uploads {...view} /> : null}
      </>
    ),
  });
}

/** What came of what was asked for last. */
function Result({ refusal, last }: ClockView) {
  const result: LastAction | null = refusal ? { ok: false, text: refusal } : last;
  return result ? <Alert kind={result.ok ? 'success' : 'error'} slim text={result.text} /> : null;
}

function Moving({ to, zone }: { to: Temporal.Instant; zone: string }) {
  const text = [
    `Moving to ${courtTime(to.toString(), zone)}.`,
    'Everything due before then happens in order. This page shows the progress.',
  ];
  return <Alert kind="info" slim text={text.join(' ')} />;
}

/** How many of the next events are listed. */
const MAX_LISTED = 4;

function Controls({ upcoming, now, zone }: ClockView) {
  const columns: readonly Column<Upcoming>[] = [
    { head: 'When', cell: ({ at }) => courtTime(at.toString(), zone) },
    { head: 'What', cell: ({ what }) => what },
  ];
  return (
    <Section id="next" title="Coming up">
      {upcoming.length > 0 ? (
        <>
          <Table
            caption="Coming up"
            columns={columns}
            rows={upcoming.slice(0, MAX_LISTED)}
            onPhones="stacked"
            class="local-wide"
          />
          <form method="post" action="/clock/next">
            <SubmitButton>Go to the next event</SubmitButton>
          </form>
        </>
      ) : (
        <p>No phases or uploads are left. If there is no launch plan yet, upload one first.</p>
      )}
      <GoTo soonest={soonestOf(now, zone)} />
      <p>
        The clock can’t go back. To start over: npm start -- --fresh. Releasing phases, and confirming what
        they wait for, is still up to you in the console.
      </p>
    </Section>
  );
}

/** The next whole minute on the court's wall: `2018-07-24T08:57`. */
function soonestOf(now: Temporal.Instant, zone: string): string {
  const wall = now.add({ minutes: 1 }).toZonedDateTimeISO(zone).toPlainDateTime();
  return wall.toString({ smallestUnit: 'minute' });
}

function GoTo({ soonest }: { soonest: string }) {
  return (
    <form class="usa-form crier-form" method="post" action="/clock/to">
      <Field
        name="at"
        label="Or go to a time at the court"
        type="datetime-local"
        value={soonest}
        min={soonest}
      />
      <SubmitButton kind="outline">Go</SubmitButton>
    </form>
  );
}

function Uploads(view: ClockView) {
  const columns: readonly Column<DatedUpload>[] = [
    { head: 'When', cell: ({ at }) => courtTime(at.toString(), view.zone) },
    { head: 'File', class: 'crier-break', cell: ({ file }) => file },
    { head: 'Status', cell: (upload) => <UploadStatus {...upload} canUpload={isDue(upload, view)} /> },
  ];
  return (
    <Section id="uploads" title="The example’s uploads">
      <p>
        Emails about what filers still have to do wait while the {campaign.progress.label} is older than the
        plan allows. Upload each file when it is due, or upload your own in the console.
      </p>
      <Table
        caption="The example’s uploads"
        columns={columns}
        rows={view.uploads}
        onPhones="stacked"
        class="local-wide"
      />
    </Section>
  );
}

function isDue({ at }: DatedUpload, { now, movingTo }: ClockView): boolean {
  return !movingTo && at.epochMilliseconds <= now.epochMilliseconds;
}

function UploadStatus({ file, isDone, canUpload }: DatedUpload & { canUpload: boolean }) {
  if (isDone) return <>Uploaded</>;
  if (!canUpload) return <>Not yet due</>;
  return (
    <form method="post" action="/clock/upload">
      <Hidden name="file" value={file} />
      <SubmitButton kind="outline">
        Upload it<span class="usa-sr-only">: {file}</span>
      </SubmitButton>
    </form>
  );
}
