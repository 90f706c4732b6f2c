import type { IncomingHttpHeaders } from 'node:http';
import type { Context, Hono } from 'hono';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import { awsJson, awsJsonApp, ServiceError } from '../../lib/aws-json.ts';
import type { NodeEnv } from '../../lib/serve.ts';
import type { Access } from '../iam/access.ts';
import { arnOf } from '../template/account.ts';
import { recurrenceOf, type Schedule, type ScheduleInput, type ScheduleStore } from './schedule-store.ts';
import { checkInput, checkName, checkQuery } from './scheduler-input.ts';

interface Call {
  readonly group: string;
  /** Empty when schedules are listed. */
  readonly name: string;
  readonly input: ScheduleInput;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
}

const PAGE_SIZE = 100;
/** The role that a schedule takes is passed to this service. */
const SERVICE = 'scheduler.amazonaws.com';

/** EventBridge Scheduler's HTTP interface: schedules are created, updated, read, listed by group and deleted. */
export function schedulerApp(
  store: ScheduleStore,
  { access, clock }: { access?: Access | undefined; clock: Clock },
): Hono<NodeEnv> {
  function check(action: string, { group, name, headers }: Pick<Call, 'group' | 'name' | 'headers'>): void {
    const resource = arnOf('scheduler', `schedule/${group}/${name}`);
    const refusal = access?.refusal(headers, { action: `scheduler:${action}`, resource });
    if (refusal) throw new ServiceError('AccessDeniedException', refusal, 403);
  }

  function checkRole({ input, headers }: Call): void {
    const context = { 'iam:PassedToService': SERVICE };
    const request = { action: 'iam:PassRole', resource: input.Target.RoleArn, context };
    const refusal = access?.refusal(headers, request);
    if (refusal) throw new ServiceError('AccessDeniedException', refusal, 403);
  }

  function existing({ group, name }: Call): Schedule {
    const schedule = store.get(group, name);
    if (schedule) return schedule;
    throw new ServiceError('ResourceNotFoundException', `Schedule ${name} does not exist.`, 404);
  }

  function put(call: Call): { ScheduleArn: string } {
    const { group, name, input } = call;
    checkRole(call);
    checkInput(input);
    checkExpression(input, clock.now());
    store.put(group, name, input);
    access?.changed();
    return { ScheduleArn: arnOf('scheduler', `schedule/${group}/${name}`) };
  }

  function create(call: Call): unknown {
    check('CreateSchedule', call);
    checkName(call.name);
    if (store.get(call.group, call.name)) {
      throw new ServiceError('ConflictException', `Schedule ${call.name} already exists.`, 409);
    }
    return put(call);
  }

  function update(call: Call): unknown {
    check('UpdateSchedule', call);
    existing(call);
    return put(call);
  }

  function get(call: Call): unknown {
    check('GetSchedule', call);
    return describe(existing(call));
  }

  function remove(call: Call): unknown {
    check('DeleteSchedule', call);
    existing(call);
    store.remove(call.group, call.name);
    access?.changed();
    return {};
  }

  function list({ query, headers }: Call): unknown {
    // IAM asks for listing on every schedule of every group, whichever group is listed.
    check('ListSchedules', { group: '*', name: '*', headers });
    checkQuery(query);
    return pageOf(store, query);
  }

  const answer = (operation: (call: Call) => unknown) => async (c: Context<NodeEnv>) =>
    awsJson(c, operation(await callOf(c, store)));
  const app = awsJsonApp();
  app.get('/schedules', answer(list));
  app.post('/schedules/:name', answer(create));
  app.put('/schedules/:name', answer(update));
  app.get('/schedules/:name', answer(get));
  app.delete('/schedules/:name', answer(remove));
  return app;
}

/** @throws ServiceError when there is no such group. */
async function callOf({ req, env }: Context<NodeEnv>, { groups }: ScheduleStore): Promise<Call> {
  const body = await req.text();
  const input = body === '' ? {} : JSON.parse(body);
  const query = req.query();
  const group = input.GroupName ?? query.groupName ?? query.ScheduleGroup ?? 'default';
  if (!groups.has(group)) {
    throw new ServiceError('ResourceNotFoundException', `Schedule group ${group} does not exist.`, 404);
  }
  return { group, name: req.param('name') ?? '', input, query, headers: env.incoming.headers };
}

/** @throws ServiceError when it can't be read, or its one time is over. */
function checkExpression(input: ScheduleInput, now: Temporal.Instant): void {
  const recurrence = recurrenceOf(input, now);
  if (recurrence && (recurrence.kind !== 'at' || recurrence.nextFrom(now))) return;
  throw new ServiceError('ValidationException', `Invalid Schedule Expression ${input.ScheduleExpression}.`);
}

function describe(schedule: Schedule): unknown {
  return { ...schedule.input, ...summarize(schedule), Target: schedule.input.Target };
}

function summarize({ name, group, input, createdAt, changedAt }: Schedule): Record<string, unknown> {
  return {
    Arn: arnOf('scheduler', `schedule/${group}/${name}`),
    Name: name,
    GroupName: group,
    State: input.State ?? 'ENABLED',
    Target: { Arn: input.Target.Arn },
    CreationDate: createdAt.epochMilliseconds / 1000,
    LastModificationDate: changedAt.epochMilliseconds / 1000,
  };
}

function pageOf(store: ScheduleStore, query: Call['query']): unknown {
  const size = Number(query.MaxResults ?? PAGE_SIZE);
  const after = query.NextToken ?? '';
  const rest = store.list(query.ScheduleGroup).filter((schedule) => tokenOf(schedule) > after);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  return {
    Schedules: page.map(summarize),
    ...(last && rest.length > size && { NextToken: tokenOf(last) }),
  };
}

/** Where the next page begins: after this schedule. */
function tokenOf({ group, name }: Schedule): string {
  return `${group}/${name}`;
}
