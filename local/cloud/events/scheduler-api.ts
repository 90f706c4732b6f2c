import type { IncomingHttpHeaders } from 'node:http';
import type { Hono, Context as HttpContext } from 'hono';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import { awsJson, awsJsonApp, ServiceError } from '../../lib/aws-json.ts';
import type { NodeEnv } from '../../lib/serve.ts';
import type { Access } from '../iam/access.ts';
import type { Request } from '../iam/policy.ts';
import type { CheckSignature } from '../iam/signature.ts';
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

/** What the operations work on. */
interface Context {
  readonly store: ScheduleStore;
  readonly access?: Access | undefined;
  readonly checkSignature: CheckSignature;
  readonly clock: Clock;
}

type Operation = (call: Call, context: Context) => unknown;

/** EventBridge Scheduler's HTTP interface: schedules are created, updated, read, listed by group and deleted. */
export function schedulerApp(context: Context): Hono<NodeEnv> {
  const answer = (operation: Operation) => async (c: HttpContext<NodeEnv>) =>
    awsJson(c, operation(await callOf(c, context.store), context));
  const app = awsJsonApp('scheduler', context.checkSignature);
  app.get('/schedules', answer(list));
  app.post('/schedules/:name', answer(create));
  app.put('/schedules/:name', answer(update));
  app.get('/schedules/:name', answer(get));
  app.delete('/schedules/:name', answer(remove));
  return app;
}

const create: Operation = (call, context) => {
  check('CreateSchedule', { call, ...context });
  checkName(call.name);
  if (context.store.get(call.group, call.name)) {
    throw new ServiceError('ConflictException', `Schedule ${call.name} already exists.`, 409);
  }
  return put(call, context);
};

const update: Operation = (call, context) => {
  check('UpdateSchedule', { call, ...context });
  existing(call, context);
  return put(call, context);
};

const get: Operation = (call, context) => {
  check('GetSchedule', { call, ...context });
  return describe(existing(call, context));
};

const remove: Operation = (call, context) => {
  check('DeleteSchedule', { call, ...context });
  existing(call, context);
  context.store.remove(call.group, call.name);
  context.access?.changed();
  return {};
};

const list: Operation = (call, context) => {
  // IAM asks for listing on every schedule of every group, whichever group is listed.
  check('ListSchedules', { call: { ...call, group: '*', name: '*' }, ...context });
  checkQuery(call.query);
  return pageOf(context.store, call.query);
};

function put(call: Call, { store, access, clock }: Context): { ScheduleArn: string } {
  const { group, name, input, headers } = call;
  const context = { 'iam:PassedToService': SERVICE };
  requireGrant({ action: 'iam:PassRole', resource: input.Target.RoleArn, context }, { access, headers });
  checkInput(input);
  checkExpression(input, clock.now());
  store.put(group, name, input);
  access?.changed();
  return { ScheduleArn: arnOf('scheduler', `schedule/${group}/${name}`) };
}

function check(action: string, { call, access }: { call: Call; access?: Access | undefined }): void {
  const resource = arnOf('scheduler', `schedule/${call.group}/${call.name}`);
  requireGrant({ action: `scheduler:${action}`, resource }, { access, headers: call.headers });
}

/** @throws ServiceError when the caller's role doesn't grant it. */
function requireGrant(
  request: Request,
  { access, headers }: { access: Access | undefined; headers: IncomingHttpHeaders },
): void {
  const refusal = access?.refusal(headers, request);
  if (refusal) throw new ServiceError('AccessDeniedException', refusal, 403);
}

/** @throws ServiceError when there is no such schedule. */
function existing({ group, name }: Call, { store }: Context): Schedule {
  const schedule = store.get(group, name);
  if (schedule) return schedule;
  throw new ServiceError('ResourceNotFoundException', `Schedule ${name} does not exist.`, 404);
}

/** @throws ServiceError when there is no such group. */
async function callOf({ req, env }: HttpContext<NodeEnv>, { groups }: ScheduleStore): Promise<Call> {
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
