import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type Actor, byOf, OUTSIDE, outsideActor, personActor } from '../../../../functions/domain/actor.ts';
import type { Filer } from '../../../../functions/domain/filer/filer.ts';
import { decidePlan, type PlanPointer } from '../../../../functions/domain/plan/decide-plan.ts';
import { phasesOf } from '../../../../functions/domain/plan/phases.ts';
import type { Plan } from '../../../../functions/domain/plan/plan.ts';
import { planVersion } from '../../../../functions/domain/plan/plan-version.ts';
import type { CurrentPlan, StoredPlan } from '../../../../functions/domain/plan/stored-plan.ts';
import { type ActiveRoster, activate, NO_ROSTER } from '../../../../functions/domain/roster/activation.ts';
import { checkApproval, mayApprove } from '../../../../functions/domain/run/approval.ts';
import type { Approval } from '../../../../functions/domain/run/approval-record.ts';
import {
  addressees,
  audienceHash,
  compareAudience,
} from '../../../../functions/domain/run/approved-audience.ts';
import { authorsOf } from '../../../../functions/domain/run/authors.ts';
import { wordingOf } from '../../../../functions/domain/run/wording.ts';
import { aFiler } from '../../../support/builders/filer.ts';
import { aPlan } from '../../../support/builders/plan.ts';

/*
 * Random sequences of uploads, updates, plans, erasures, approvals and attempts to send, against a record of its own of who did
 * what: whatever is sent was approved by a signed-in person who contributed nothing to it since the previous approval, for
 * at least these filers, at exactly these addresses, in this wording, at this time.
 */

interface Roster {
  readonly by: Actor;
  readonly version: string;
  readonly kind: 'roster' | 'update';
  readonly authors: readonly string[];
  readonly filers: ReadonlyMap<string, string>;
  readonly erased: number;
}

/** What the record holds of an approval. */
interface Witnessed {
  readonly by: string;
  readonly contributed: ReadonlySet<string>;
  readonly filers: ReadonlyMap<string, string>;
  readonly says: string;
}

const ID = ['00000000000000a1', '10000000000000b2', 'f0000000000000c3', 'f1000000000000d4'];
const who = fc.constantFrom('ann', 'bob', 'cid', null);
const filers = fc.dictionary(fc.constantFrom(...ID), fc.constantFrom('x@example.com', 'y@example.com'), {
  minKeys: 1,
});
const step = fc.oneof(
  fc.record({ do: fc.constant('roster' as const), who, filers }),
  fc.record({ do: fc.constant('update' as const), who, filers }),
  fc.record({
    do: fc.constant('plan' as const),
    who,
    hours: fc.constantFrom('always', 'never'),
    at: fc.constantFrom('09:00', '10:00'),
    isOn: fc.boolean(),
  }),
  fc.record({ do: fc.constant('erase' as const), filerId: fc.constantFrom(...ID) }),
  { arbitrary: fc.record({ do: fc.constant('approve' as const), who }), weight: 3 },
  { arbitrary: fc.record({ do: fc.constant('send' as const) }), weight: 3 },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const actorOf = (id: string | null): Actor => (id === null ? outsideActor('ann') : personActor({ id }));

function planOf(hours: string, at: string, twoPersonApproval: boolean): Plan {
  const plan = aPlan({ 'court.helpDesk.hours': hours, twoPersonApproval });
  const [first, ...others] = plan.phases;
  return { ...plan, phases: [{ ...first!, when: { ...first!.when, at } }, ...others] };
}

class Launch {
  #time = Temporal.Instant.from('2018-07-01T13:00:00Z');
  #pointer: PlanPointer | null = null;
  #plans: StoredPlan[] = [];
  #active: ActiveRoster = NO_ROSTER;
  #rosters = new Map<string, Roster>();
  #approvals: Approval[] = [];
  /** The record. */
  #contributed = new Set<string>();
  #witnessed: Witnessed[] = [];
  sent = 0;

  async take(one: Step): Promise<void> {
    this.#time = this.#time.add({ seconds: 1 });
    if (one.do === 'plan') this.plan(planOf(one.hours, one.at, one.isOn), one.who);
    else if (one.do === 'approve') await this.approve(one.who);
    else if (one.do === 'send') await this.send();
    else if (one.do === 'erase') this.erase(one.filerId);
    else this.roster(one.do, one.filers, one.who);
  }

  plan(plan: Plan, by: string | null): void {
    const uploadedAt = this.#time.toString();
    const upload = { version: planVersion(plan, uploadedAt), plan, uploadedAt, key: 'x', by: actorOf(by) };
    const current = this.#current();
    const decision = decidePlan(
      upload,
      current && this.#pointer ? { pointer: this.#pointer, current } : null,
    );
    if (decision.pointer?.version === upload.version) {
      this.#plans.unshift(upload);
      this.#contributed.add(byOf(actorOf(by)));
    }
    this.#pointer = decision.pointer ?? this.#pointer;
  }

  roster(kind: Roster['kind'], changed: Record<string, string>, by: string | null): void {
    const base = this.#roster();
    if (kind === 'update' && !base) return;
    const held = kind === 'update' ? [...base!.filers] : [];
    const authors = [...new Set([...(kind === 'update' ? base!.authors : []), byOf(actorOf(by))])];
    const version = this.#time.toString();
    this.#rosters.set(version, {
      by: actorOf(by),
      version,
      kind,
      authors,
      filers: new Map([...held, ...Object.entries(changed)]),
      erased: 0,
    });
    const decider = { by: 'intake' as const, why: 'clean', at: version };
    this.#active = activate(this.#active, { version, uploadedAt: version, authors, ...decider });
    this.#contributed.add(byOf(actorOf(by)));
  }

  erase(filerId: string): void {
    for (const [version, roster] of this.#rosters) {
      const filers = new Map(roster.filers);
      if (!filers.delete(filerId)) continue;
      this.#rosters.set(version, { ...roster, filers, erased: roster.erased + 1 });
    }
  }

  async approve(id: string | null): Promise<void> {
    const [current, roster] = [this.#current(), this.#roster()];
    if (!current?.plan.twoPersonApproval || !roster) return;
    const last = this.#approvals.at(-1) ?? null;
    const known = { plans: this.#plans, planVersion: current.version, roster, active: this.#active };
    const authors = authorsOf(known, last);
    const by = actorOf(id);
    if (!mayApprove({ by, authors }).approve) return;
    this.#approvals.push({
      ...this.#now(current.plan),
      planVersion: current.version,
      rosterVersion: roster.version,
      rosterRevision: this.#active.revision,
      ...(await audienceHash(this.#audience(current.plan, roster))),
      erased: roster.erased,
      by,
      authors: authors.ids,
      at: this.#time.toString(),
    });
    this.#witnessed.push({
      by: byOf(by),
      contributed: new Set(this.#contributed),
      filers: roster.filers,
      says: saysOf(current.plan),
    });
    this.#contributed.clear();
  }

  async send(): Promise<void> {
    const [current, roster] = [this.#current(), this.#roster()];
    if (!current?.plan.twoPersonApproval || !roster) return;
    const approval = this.#approvals.at(-1) ?? null;
    const approved = this.#plans.find(({ version }) => version === approval?.planVersion);
    const was = this.#rosters.get(approval?.rosterVersion ?? '');
    const change =
      approval && approved && was
        ? await compareAudience(this.#audience(current.plan, roster), {
            audience: this.#audience(approved.plan, was),
            approval,
            erased: () => Promise.resolve(was.erased),
          })
        : null;
    if (!checkApproval(approval, { now: this.#now(current.plan), change }).approved) return;
    this.sent++;
    this.#judge(current.plan, roster);
  }

  #judge(plan: Plan, roster: Roster): void {
    const seen = this.#witnessed.at(-1)!;
    expect(seen.by).not.toBe(OUTSIDE);
    expect([...seen.contributed]).not.toContain(seen.by);
    expect(saysOf(plan)).toBe(seen.says);
    for (const [filerId, address] of roster.filers) expect(seen.filers.get(filerId)).toBe(address);
  }

  get isOn(): boolean {
    return this.#current()?.plan.twoPersonApproval ?? false;
  }

  #current(): CurrentPlan | null {
    const found = this.#plans.find(({ version }) => version === this.#pointer?.version);
    return found && this.#pointer
      ? { ...found, datesSince: this.#pointer.datesSince, factsSince: this.#pointer.factsSince }
      : null;
  }

  #roster(): Roster | undefined {
    return this.#rosters.get(this.#active.version ?? '');
  }

  #audience(plan: Plan, roster: Roster) {
    async function* all(): AsyncIterable<Filer> {
      for (const filerId of [...roster.filers.keys()].toSorted()) {
        yield aFiler({ filerId, email: roster.filers.get(filerId)! });
      }
    }
    return addressees(all(), { kind: plan.phases[0]!.kind, plan });
  }

  #now(plan: Plan) {
    const phase = phasesOf(plan).find(({ id }) => id === plan.phases[0]!.id)!;
    const { id: phaseId, at, expiresAt } = phase;
    const wording = wordingOf(plan, { phase, build: 'b' });
    const times = { scheduledFor: at.toInstant().toString(), expiresAt: expiresAt.toInstant().toString() };
    return { phaseId, ...times, runNumber: 1, wording };
  }
}

const saysOf = ({ court, phases }: Plan) => `${court.helpDesk.hours} ${phases[0]!.when.at}`;

describe('whatever is sent with two-person approval', () => {
  it('was approved by someone who contributed nothing, for these filers, addresses, wording and time', async () => {
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const launch = new Launch();
        launch.plan(planOf('always', '09:00', true), 'ann');
        launch.roster('roster', { [ID[0]!]: 'x@example.com' }, 'ann');
        for (const one of steps) await launch.take(one);
        sent += launch.sent;
      }),
      { numRuns: 300 },
    );
    expect(sent).toBeGreaterThan(50);
  });

  it('attack: a plan turns the rule off by one person; at any time, it stays on', () => {
    fc.assert(
      fc.property(who, fc.array(fc.constantFrom('always', 'never'), { minLength: 1 }), (by, all) => {
        const launch = new Launch();
        launch.plan(planOf('always', '09:00', true), 'bob');
        for (const hours of all) launch.plan(planOf(hours, '09:00', false), by);
        expect(launch.isOn).toBe(true);
      }),
    );
  });
});
