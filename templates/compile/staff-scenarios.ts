import type { StaffNotice } from '../../functions/domain/run/staff-notices.ts';
import { namesIn } from '../../functions/email/names-in.ts';
import type { NeedLine, StaffModel } from '../../functions/email/staff/staff-model.ts';

/** One case that a notice to staff must be able to render. */
export interface StaffScenario {
  /** `weekly, with everything` */
  readonly name: string;
  readonly message: StaffNotice;
  readonly model: StaffModel;
}

const NOTICES: readonly StaffNotice[] = ['digest', 'urgent', 'weekly'];

const CONSOLE = 'https://console.example.uscourts.gov';
const BARE: NeedLine = { title: 'Two phases are on hold', text: '', link: '' };
const NEED: NeedLine = {
  title: 'The roster is waiting for you',
  text: 'It was uploaded on Oct 15, 2018, 9:00 a.m. EDT.',
  link: `${CONSOLE}/roster`,
};
const PHASE = { name: 'Notice 1', when: 'Oct 15, 2018, 9:00 a.m. EDT', link: `${CONSOLE}/phases/notice-1` };
const SCHEDULED = { ...PHASE, status: 'Scheduled', emails: '', counted: '' };

/** Before anything has come in. */
const EMPTY: StaffModel = {
  court: { name: 'Any Court' },
  launch: 'any-2018',
  sentOn: 'Monday, October 15, 2018',
  day: 'Mon, Oct 15, 2018',
  console: CONSOLE,
  needs: { count: 'Nothing needs attention', first: '', any: false, list: [] },
  next: { text: 'No phase is scheduled.' },
  goal: { text: 'No roster has been activated yet.', head: 'Linked' },
  days: { any: false, list: [] },
  states: { any: false, list: [] },
  phases: { any: false, list: [] },
};

const MODELS: Readonly<Record<string, StaffModel>> = {
  'with nothing': EMPTY,
  'with everything': {
    ...EMPTY,
    needs: needs(NEED, BARE, NEED),
    next: { text: 'Notice 1 is scheduled for Oct 15, 2018, 9:00 a.m. EDT.' },
    goal: { text: '1 of 4 filers is linked (25%).', head: 'Linked' },
    days: rows({ day: 'Oct 14, 2018', reached: '1', of: '4', percent: '25%' }),
    states: rows({ name: 'Linked', filers: '1' }, { name: 'Needs an upgrade', filers: '3' }),
    phases: rows({ ...PHASE, status: 'Sent', emails: '4', counted: '4 emails' }, SCHEDULED),
  },
  'with one of each': {
    ...EMPTY,
    needs: needs(BARE),
    days: rows({ day: 'Oct 14, 2018', reached: '0', of: '0', percent: '' }),
    states: rows({ name: 'Linked', filers: '1' }),
    phases: rows(SCHEDULED),
  },
};

/** Every notice, with nothing to tell, with everything, and with one of each. An urgent one always has something to tell. */
export function staffScenarios(): StaffScenario[] {
  return NOTICES.flatMap((message) =>
    Object.entries(MODELS)
      .filter(([, { needs }]) => message !== 'urgent' || needs.any)
      .map(([name, model]) => ({ name: `${message}, ${name}`, message, model })),
  );
}

/** Every name that a notice can use, and those inside each. */
export const STAFF_NAMES = {
  names: new Set(
    namesIn({ ...MODELS['with everything'], label: '', subject: '', preview: '', headline: '' }),
  ),
  inEach: new Set(lists(MODELS['with everything']!).flatMap((rows) => Object.keys(rows[0]!))),
};

function lists({ needs, days, states, phases }: StaffModel): (readonly object[])[] {
  return [needs, days, states, phases].map(({ list }) => list);
}

function needs(...list: NeedLine[]): StaffModel['needs'] {
  return { count: `${list.length} items need attention`, first: list[0]!.title, any: true, list };
}

function rows<Row>(...list: Row[]): { any: boolean; list: readonly Row[] } {
  return { any: true, list };
}
