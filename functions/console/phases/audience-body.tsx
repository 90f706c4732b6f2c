import { STATE_WORDS, type State } from '../../domain/filer/state.ts';
import { CORRECTION, DATE_CHANGE, type MessageKind } from '../../domain/plan/kinds.ts';
import type { SkipReason } from '../../domain/run/audience.ts';
import { mostFirst } from '../../domain/run/tally.ts';
import { skipWords } from '../../domain/send/words.ts';
import { count, counted } from '../../lib/count.ts';
import { inSentence } from '../../lib/letter-case.ts';
import { CountTable } from '../ui/count-table.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import { countOf, statesIn } from '../ui/state-bar.tsx';
import { CostNote } from './cost-note.tsx';
import { FitNote } from './fit-note.tsx';
import { mailableOf, type PhaseAudience } from './phase-audience.ts';
import type { PhaseView } from './phase-view.ts';

type AudienceProps = Pick<PhaseView, 'audience' | 'fit' | 'zone' | 'phase'>;

/** Who gets a phase's emails, with counts, and whether they fit. */
export function AudienceBody({ audience, fit, zone, phase }: AudienceProps) {
  const emails = mailableOf(audience);
  const note = phase.currentRun.run ? null : (
    <>
      <FitNote fit={fit} />
      {emails ? <CostNote emails={emails} /> : null}
    </>
  );
  switch (audience.kind) {
    case 'no-roster':
      return (
        <p>
          No roster is active, so no one can be emailed. <a href="/roster">Go to the roster</a>
        </p>
      );
    case 'counting':
      return <p role="status">The roster’s filers are being counted. This page updates automatically.</p>;
    case 'deciding':
      return <p>The audience is being decided now.</p>;
    case 'told':
      return <Told audience={audience} about={TOLD[phase.kind]} zone={zone} note={note} />;
    case 'frozen':
      return <Frozen {...audience} />;
    case 'forecast':
      return <Forecast audience={audience} zone={zone} note={note} />;
  }
}

interface PartProps<Kind extends PhaseAudience['kind']> {
  readonly audience: Extract<PhaseAudience, { readonly kind: Kind }>;
  readonly zone: string;
  /** Whether the emails fit, and what they cost; `null` once the run has started. */
  readonly note: ReturnType<typeof FitNote> | null;
}

/** What filers were told otherwise than the plan says, by the kind of message that tells them. */
const TOLD: Partial<Readonly<Record<MessageKind, string>>> = {
  [DATE_CHANGE]: 'dates',
  [CORRECTION]: 'facts',
};

interface ToldProps extends PartProps<'told'> {
  readonly about: string | undefined;
}

function Told({ audience: { filers, settled, asOf }, about, zone, note }: ToldProps) {
  if (filers === null) {
    return (
      <p>
        Filers who were told{' '}
        {about === TOLD[CORRECTION] ? 'facts that have since changed' : `earlier ${about}`} are being counted.
        Check again in five minutes.
      </p>
    );
  }
  return (
    <>
      <p>
        <strong>{counted(filers, 'filer')}</strong> {filers === 1 ? 'was' : 'were'} told {about} that have
        since changed{settled ? '' : `; some emails with the old ${about} are still being sent`}.
      </p>
      {asOf ? (
        <p class="crier-quiet">
          Counted <CourtTime at={asOf} zone={zone} />. The exact list is decided when it is released.
        </p>
      ) : null}
      {note}
    </>
  );
}

function Frozen({ mailable, skipped, byState }: PartProps<'frozen'>['audience']) {
  return (
    <>
      <p class="crier-total">
        <strong>{counted(mailable + skipped, 'filer')}</strong> in the audience.
      </p>
      <StateTable caption="Audience by state" byState={byState} />
      <p class="crier-quiet">
        Decided when the phase started; it no longer changes. The counts include filers to whom nothing was
        sent.
      </p>
    </>
  );
}

function Forecast({ audience, zone, note }: PartProps<'forecast'>) {
  const { mailable, skipped, byState, outside, roster, asOf } = audience;
  return (
    <>
      <Total mailable={mailable} skipped={sumOf(skipped)} />
      <StateTable caption="Emails by state" byState={byState} />
      <SkipList skipped={skipped} />
      <Outside outside={outside} />
      {note}
      <p class="crier-quiet">
        Based on the active roster, uploaded <CourtTime at={roster.uploadedAt} zone={zone} /> and counted{' '}
        <CourtTime at={asOf} zone={zone} />. The audience is decided again when the phase starts.
      </p>
    </>
  );
}

function Total({ mailable, skipped }: { mailable: number; skipped: number }) {
  return (
    <p class="crier-total">
      <strong>{counted(mailable, 'email')}</strong>
      {skipped > 0 ? `, and ${counted(skipped, 'filer')} who won’t be emailed` : ''}.
    </p>
  );
}

type StateNumbers = Readonly<Partial<Record<State, number>>>;

function StateTable({ caption, byState }: { caption: string; byState: StateNumbers }) {
  const rows = statesIn([byState]).map((state) => ({
    name: STATE_WORDS[state],
    count: countOf(byState, state),
  }));
  if (rows.length === 0) return null;
  return <CountTable caption={caption} heads={['State', 'Filers']} rows={rows} of={sumOf(byState)} />;
}

function SkipList({ skipped }: { skipped: Readonly<Partial<Record<SkipReason, number>>> }) {
  const reasons = Object.entries(skipped)
    .map(([reason, filers]) => ({ filers, words: skipWords(reason) }))
    .toSorted(mostFirst);
  if (reasons.length === 0) return null;
  return (
    <>
      <h3>In the audience but not emailed</h3>
      <ul class="crier-plain-list">
        {reasons.map(({ filers, words }) => (
          <li>
            {counted(filers, 'filer')}: {words}
          </li>
        ))}
      </ul>
    </>
  );
}

function Outside({ outside }: { outside: StateNumbers }) {
  const entries = Object.entries(outside) as [State, number][];
  if (entries.length === 0) return null;
  const parts = entries.map(([state, filers]) => `${count(filers)} ${inSentence(STATE_WORDS[state])}`);
  return <p>Not for: {parts.join(', ')}.</p>;
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, one) => sum + one, 0);
}
