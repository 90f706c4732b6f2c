import { Section } from '../../../functions/console/ui/section.tsx';
import { STATE_WORDS } from '../../../functions/domain/filer/state.ts';
import { kindOf, type MessageKind } from '../../../functions/domain/plan/kinds.ts';
import { counted } from '../../../functions/lib/count.ts';
import type { Sample } from './outbox.ts';
import type { LaunchRecord } from './read.ts';

interface EmailsProps {
  readonly record: LaunchRecord;
  readonly samples: readonly Sample[];
}

/** A sample of each kind of email for each state that got it, in frames that can do nothing. */
export function Emails({ record: { phases }, samples }: EmailsProps) {
  const kinds = [...new Set(phases.map(({ kind }) => kind))];
  return (
    <Section id="emails" title="Emails">
      <p>One email of each kind for each state, as the recipient sees it. Links don’t work in this report.</p>
      {kinds.map((kind) => (
        <Kind kind={kind} samples={samples.filter((sample) => sample.kind === kind)} />
      ))}
    </Section>
  );
}

function Kind({ kind, samples }: { kind: MessageKind; samples: readonly Sample[] }) {
  return (
    <>
      <h3>{kindOf(kind).label}</h3>
      {samples.length === 0 ? (
        <p class="crier-quiet">None were sent.</p>
      ) : (
        samples.map((sample, index) => <Frame {...sample} isOpen={index === 0} />)
      )}
    </>
  );
}

function Frame({ state, subject, html, count, phase, isOpen }: Sample & { isOpen: boolean }) {
  return (
    <details class="crier-details" open={isOpen}>
      <summary>
        <strong>{subject}</strong>{' '}
        <span class="crier-quiet">
          {STATE_WORDS[state]} · {counted(count, 'email')}, this one from {phase}
        </span>
      </summary>
      <iframe
        class="crier-frame"
        sandbox=""
        loading="lazy"
        title={`${subject}, to a filer: ${STATE_WORDS[state]}`}
        srcdoc={html}
      />
    </details>
  );
}
