import type { Campaign } from './campaign.ts';

type Dates = Pick<Campaign, 'dates' | 'windows'>;

/** What phases can count from: dates, and the ends of windows that have anchors. */
export function anchorsOf({ dates, windows }: Dates): string[] {
  const ends = Object.values(windows).flatMap(({ anchors }) => (anchors ? [anchors.start, anchors.end] : []));
  return [...Object.keys(dates), ...ends];
}

/** An anchor inside a sentence: `go-live`, `the filing outage's start`. */
export function anchorWordsOf({ dates, windows }: Dates, anchor: string): string {
  const date = dates[anchor];
  if (date) return date.words;
  const window = Object.values(windows).find(({ anchors }) => Object.values(anchors ?? {}).includes(anchor))!;
  return `${window.words}'s ${window.anchors!.start === anchor ? 'start' : 'end'}`;
}
