import type { Child } from 'hono/jsx';
import type { Tone } from '../../queries/tone.ts';

/** Things that happened, one below the other. @param children `TimelineItem` elements */
export function Timeline({ children }: { readonly children: Child }) {
  return <ol class="crier-timeline">{children}</ol>;
}

interface TimelineItemProps {
  readonly name: Child;
  /** When it happened, with what belongs to that. @default not shown */
  readonly time?: Child;
  /** Colors its dot. @default none */
  readonly tone?: Tone;
  /** What is known about it. @default nothing */
  readonly children?: Child;
}

/** One thing that happened. */
export function TimelineItem({ name, time, tone, children }: TimelineItemProps) {
  return (
    <li class={`crier-timeline__item${tone ? ` crier-timeline__item--${tone}` : ''}`}>
      <h3 class="crier-timeline__name">{name}</h3>
      {time ? <p class="crier-timeline__time">{time}</p> : null}
      {children}
    </li>
  );
}
