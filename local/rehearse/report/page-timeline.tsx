import { Section } from '../../../functions/console/ui/section.tsx';
import { Timeline, TimelineItem } from '../../../functions/console/ui/timeline.tsx';
import { courtTime } from '../../../functions/lib/court-time.ts';
import type { Tone } from '../../../functions/queries/tone.ts';
import type { LaunchRecord } from './read.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';

const TONES: Readonly<Record<TimelineEntry['what'], Tone>> = {
  upload: 'plain',
  phase: 'busy',
  person: 'wait',
  court: 'bad',
};

/** What happened, one below the other. */
export function TimelineSection({ record }: { readonly record: LaunchRecord }) {
  const { zone } = record.plan.court;
  return (
    <Section id="timeline" title="Timeline">
      <Timeline>
        {timelineOf(record).map(({ at, what, title, text }) => (
          <TimelineItem
            tone={TONES[what]}
            name={
              <>
                <span class="local-title">{title}</span> <span class="crier-quiet">{what}</span>
              </>
            }
            time={<time datetime={at}>{courtTime(at, zone)}</time>}
          >
            {text ? <p>{text}</p> : null}
          </TimelineItem>
        ))}
      </Timeline>
    </Section>
  );
}
