import { stateRow } from '../../domain/filer/rules.ts';
import { STATE_WORDS, type State } from '../../domain/filer/state.ts';
import { counted } from '../../lib/count.ts';
import { linkTo } from '../../lib/link-to.ts';
import type { CallGroup, ToCall } from '../call-list.ts';
import type { Need, NeedFacts } from './need.ts';

const CALL = { action: 'Open the phone list' } as const;

/** Filers whom emails don't reach, or who wait for the court or for help, until a call or an upload settles it. */
export function callNeeds({ callList }: Pick<NeedFacts, 'callList'>): Need[] {
  const open = (callList?.filers ?? []).filter(({ isSettled }) => !isSettled);
  const by = Map.groupBy(open, ({ group }) => group);
  const byState = (group: CallGroup) => Map.groupBy(by.get(group) ?? [], ({ state }) => state as State);
  return [
    ...reachNeeds(by),
    ...[...byState('state')].map(([state, filers]) => stateNeed(state, filers)),
    ...[...byState('court')].map(([state, filers]) => courtNeed(state, filers)),
  ];
}

const REACH = {
  bounced: {
    who: 'whose emails bounced or were stopped',
    one: 'Call, or correct the address.',
    more: 'Call them, or correct their addresses.',
  },
  'no-address': {
    who: 'without a usable address',
    one: 'Call, or add an address.',
    more: 'Call them, or add their addresses.',
  },
  'soft-bounces': {
    who: 'whose mailbox keeps refusing emails',
    one: 'It refused the emails of three phases. Call, or correct the address.',
    more: 'It refused the emails of three phases. Call these filers, or correct their addresses.',
  },
} as const satisfies Partial<Record<CallGroup, Record<'who' | 'one' | 'more', string>>>;

function reachNeeds(by: ReadonlyMap<CallGroup, readonly ToCall[]>): Need[] {
  return Object.entries(REACH).flatMap(([group, { who, one, more }]) => {
    const filers = by.get(group as CallGroup) ?? [];
    if (filers.length === 0) return [];
    return [
      {
        ...CALL,
        title: `${counted(filers.length, 'filer')} ${who}`,
        text: filers.length === 1 ? one : more,
        since: earliest(filers),
        href: linkTo('/filers/phone-list', { why: group }),
      },
    ];
  });
}

function stateNeed(state: State, filers: readonly ToCall[]): Need {
  return {
    ...CALL,
    title: `${counted(filers.length, 'filer')}: ${STATE_WORDS[state]}`,
    text: `${stateRow(state).attention ?? ''} Call them.`.trim(),
    since: earliest(filers),
    href: linkTo('/filers/phone-list', { why: 'state' }),
  };
}

function courtNeed(state: State, filers: readonly ToCall[]): Need {
  return {
    title: `${counted(filers.length, 'filer')}: ${STATE_WORDS[state]}`,
    text: `${stateRow(state).call ?? ''} Once the court has acted, upload a roster update.`.trim(),
    since: earliest(filers),
    href: linkTo('/filers/phone-list', { view: 'court' }),
    action: 'View filers',
  };
}

function earliest(filers: readonly ToCall[]): string | null {
  return filers.map(({ since }) => since).toSorted()[0] ?? null;
}
