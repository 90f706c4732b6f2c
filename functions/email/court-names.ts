import { campaign } from '#campaign';
import type { Plan } from '../domain/plan/plan.ts';
import { clean } from '../lib/clean.ts';
import type { CourtNames } from './model.ts';

const known = new WeakMap<Plan, CourtNames>();

/** What every email of a plan has in common. Worked out once a plan. */
export function courtNames(plan: Plan): CourtNames {
  const names = known.get(plan) ?? namesOf(plan);
  known.set(plan, names);
  return names;
}

function namesOf({ court, linkDomains }: Plan): CourtNames {
  const name = clean(court.name);
  const bare = name.replace(/^the /i, '');
  const links: Readonly<Partial<Record<string, string>>> = court.links;
  return {
    court: {
      name,
      theName: `the ${bare}`,
      TheName: `The ${bare}`,
      shortName: clean(court.shortName ?? court.id.toUpperCase()),
      sender: clean(court.sender.name),
    },
    links: Object.fromEntries(
      Object.keys(campaign.plan.links).map((link) => [link, clean(links[link] ?? '')]),
    ) as CourtNames['links'],
    helpDesk: {
      email: court.helpDesk.email,
      phone: clean(court.helpDesk.phone ?? ''),
      hours: clean(court.helpDesk.hours),
    },
    domains: new Intl.ListFormat('en-US', { type: 'disjunction' }).format(linkDomains),
  };
}
