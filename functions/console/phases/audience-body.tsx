import { STATE_WORDS, STATES, type State } from '../../domain/filer/state.ts';
import type { DecisionReason } from '../../domain/run/audience.ts';
import { inSentence, skipWords } from '../../domain/send/words.ts';
import { count, counted } from '../../lib/count.ts';
import { CountTable } from '../ui/count-table.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import { FitNote } from './fit-note.tsx';
import type { PhaseAudience } from './phase-audience.ts';
import type { PhaseView } from './phase-view.ts';

type AudienceProps = Pick<PhaseView, 'audience' | 'fit' | 'zone' | 'phase'>;

/** Who gets a phase's emails, with counts, and whether they fit. */
export function AudienceBody({ audience, fit, zone, phase }: AudienceProps) {
  const note = phase.currentRun.run ? null : <FitNote fit={fit} />;
  switch (audience.kind) {
    case 'no-roster':
      return (
        <p>
          No roster is in force: nobody can be mailed. <a href="/roster">Go to the roster</a>
        </p>
      );
    case 'counting':
      return <p role="status">The filers of the roster are being counted. This page goes on by itself.</p>;
    case 'deciding':
      return <p>It is being decided at this moment.</p>;
    case 'told':
      return <Told audience={audience} zone={zone} note={note} />;
    case 'frozen':
      return <Frozen {...audience} />;
    case 'forecast':
      return <Forecast audience={audience} zone={zone} note={note} />;
  }
}

interface PartProps<Kind extends PhaseAudience['kind']> {
  readonly audience: Extract<PhaseAudience, { readonly kind: Kind }>;
  readonly zone: string;
  /** Whether the emails fit; `null` once the run has started. */
  readonly note: ReturnType<typeof FitNote> | null;
}

function Told({ audience: { filers, settled, asOf }, zone, note }: PartProps<'told'>) {
  if (filers === null) {
    return <p>Who was told other dates is being counted. Look again in five minutes.</p>;
  }
  return (
    <>
      <p>
        <strong>{counted(filers, 'filer')}</strong> {filers === 1 ? 'was' : 'were'} told other dates than the
        plan’s{settled ? '' : ' so far; some emails with the old dates are still on their way'}.
      </p>
      {asOf ? (
        <p class="crier-quiet">
          Counted <CourtTime at={asOf} zone={zone} />. Exactly who they are is decided when it is released.
        </p>
      ) : null}
      {note}
    </>
  );
}

function Frozen({ mailable, skipped, byState }: PartProps<'frozen'>['audience']) {
  return (
    <>
      <Total mailable={mailable} skipped={skipped} />
      <StateTable byState={byState} />
      <p class="crier-quiet">
        Decided when the run started; it does not change any more. The states count who was skipped as well.
      </p>
    </>
  );
}

function Forecast({ audience, zone, note }: PartProps<'forecast'>) {
  const { mailable, skipped, byState, outside, roster, asOf } = audience;
  return (
    <>
      <Total mailable={mailable} skipped={sumOf(skipped)} />
      <StateTable byState={byState} />
      <SkipList skipped={skipped} />
      <Outside outside={outside} />
      {note}
      <p class="crier-quiet">
        As of the roster in force, uploaded <CourtTime at={roster.uploadedAt} zone={zone} />; counted{' '}
        <CourtTime at={asOf} zone={zone} />. It is decided anew when the phase starts, and whose address has
        bounced for good is left out when sending.
      </p>
    </>
  );
}

function Total({ mailable, skipped }: { mailable: number; skipped: number }) {
  return (
    <p class="crier-total">
      <strong>{counted(mailable, 'email')}</strong>
      {skipped > 0 ? `, and ${counted(skipped, 'filer')} who can’t be mailed` : ''}.
    </p>
  );
}

type StateNumbers = Readonly<Partial<Record<State, number>>>;

function StateTable({ byState }: { byState: StateNumbers }) {
  const rows = STATES.flatMap((state) => {
    const filers = byState[state];
    return filers ? [{ name: STATE_WORDS[state], count: filers }] : [];
  });
  if (rows.length === 0) return null;
  const heads = ['State', 'Filers'] as const;
  return <CountTable caption="Audience by state" heads={heads} rows={rows} of={sumOf(byState)} />;
}

function SkipList({ skipped }: { skipped: Readonly<Partial<Record<DecisionReason, number>>> }) {
  const entries = Object.entries(skipped) as [DecisionReason, number][];
  if (entries.length === 0) return null;
  return (
    <>
      <h3>In the audience, and not mailed</h3>
      <ul class="crier-plain-list">
        {entries.map(([reason, filers]) => (
          <li>
            {counted(filers, 'filer')}: {skipWords(reason)}
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
  return <p>It is not for: {parts.join(', ')}.</p>;
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, one) => sum + one, 0);
}
