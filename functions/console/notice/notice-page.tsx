import type { Temporal } from 'temporal-polyfill';
import type { Person } from '../../domain/person.ts';
import { PIVOT } from '../../domain/plan/dated.ts';
import { ActionForm, Hidden, SubmitButton } from '../ui/action-form.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import { Field } from '../ui/field.tsx';
import type { Page } from '../ui/layout.tsx';
import { Section } from '../ui/section.tsx';

/** What the page about the public notice shows. */
interface NoticeView {
  /** By the active plan, anyone can read it at the public address. */
  readonly isPublic: boolean;
  /** A plan that switches it the other way was uploaded a moment ago. */
  readonly isAwaited: boolean;
  /** The public address, whether it answers or not. */
  readonly address: string;
  /** The pivot has a date. */
  readonly hasDate: boolean;
  readonly person: Person;
  readonly zone: string;
  readonly now: Temporal.Instant;
}

/** A plan that was uploaded is looked for again after this many seconds. */
const AWAIT_SECONDS = 3;

/** The notice for the court's website: where it is public, and how it looks. */
export function noticePage(view: NoticeView): Page {
  const { hasDate, isAwaited, zone, now } = view;
  return {
    title: 'Public notice',
    current: '/plan',
    back: { href: '/plan', label: 'Launch plan' },
    scripts: ['live'],
    ...(isAwaited && { refreshSeconds: AWAIT_SECONDS }),
    body: (
      <>
        <p>
          The notice for the court’s website has the same steps as the emails, for all filers, and no personal
          data. It follows the active plan{hasDate ? `, and changes at ${PIVOT.words}` : ''}.
        </p>
        <p>
          <a class="usa-button" href="/plan/notice/file">
            Download notice
          </a>
        </p>
        <PublicAddress {...view} />
        <Section id="look" title="The notice now">
          <p>
            As of <CourtTime at={now} zone={zone} />.
          </p>
          <iframe class="crier-frame" src="/plan/notice/html" title="The public notice" sandbox="" />
        </Section>
      </>
    ),
  };
}

function PublicAddress({ isPublic, isAwaited, address, person }: NoticeView) {
  return (
    <Section id="address" title="Public address">
      <div id="public" data-live={isAwaited ? AWAIT_SECONDS : undefined}>
        {isPublic ? (
          <p>
            On: anyone can read the current notice at <a href={address}>{address}</a>. Link to it from the
            court’s website.
          </p>
        ) : (
          <p>
            Off: no one can read the notice without signing in. Once you turn it on, {address} will always
            show the current notice to anyone.
          </p>
        )}
        {isAwaited ? (
          <p>
            <strong>It is being turned {isPublic ? 'off' : 'on'}</strong>, which takes a few seconds.
          </p>
        ) : (
          <ActionForm action="/plan/notice" permission="edit" person={person} label="Public address">
            <Hidden name="public" value={isPublic ? 'off' : 'on'} />
            <Field name="why" label="Why?" hint="Recorded with your name." />
            <SubmitButton kind="outline">Turn public address {isPublic ? 'off' : 'on'}</SubmitButton>
          </ActionForm>
        )}
      </div>
    </Section>
  );
}
