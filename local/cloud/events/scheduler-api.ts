import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { Temporal } from 'temporal-polyfill';
import { ServiceError, sendError, sendJson } from '../../lib/json-service.ts';
import { readBody } from '../../lib/listen.ts';
import { arnOf } from '../template/account.ts';
import type { Schedule, ScheduleBook, ScheduleInput } from './schedule-book.ts';
import { recurrenceOf } from './schedule-book.ts';
import type { SchedulerOptions } from './scheduler.ts';

const NAME = /^[0-9a-zA-Z-_.]{1,64}$/;
const PAGE_SIZE = 100;
/** The role that a schedule takes is passed to this service. */
const SERVICE = 'scheduler.amazonaws.com';

interface Call {
  readonly group: string;
  readonly name: string;
  readonly body: ScheduleInput;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
}

/** EventBridge Scheduler's HTTP interface: schedules are made, changed, read, listed by group and removed. */
export function schedulerApi(
  book: ScheduleBook,
  { access, clock }: Pick<SchedulerOptions, 'access' | 'clock'>,
): RequestListener {
  function check(action: string, { group, name, headers }: Call): void {
    const resource = arnOf('scheduler', `schedule/${group}/${name || '*'}`);
    const refusal = access?.refusal(headers, { action: `scheduler:${action}`, resource });
    if (refusal) throw new ServiceError('AccessDeniedException', refusal, 403);
  }

  function existing({ group, name }: Call): Schedule {
    const schedule = book.get(group, name);
    if (!schedule)
      throw new ServiceError('ResourceNotFoundException', `Schedule ${name} does not exist.`, 404);
    return schedule;
  }

  function put({ group, name, body, headers }: Call): { ScheduleArn: string } {
    const resource = body.Target.RoleArn;
    const context = { 'iam:PassedToService': SERVICE };
    const refusal = access?.refusal(headers, { action: 'iam:PassRole', resource, context });
    if (refusal) throw new ServiceError('AccessDeniedException', refusal, 403);
    checkInput(body);
    const now = clock.now();
    const recurrence = recurrenceOf(body, now);
    if (!recurrence || (recurrence.kind === 'at' && !recurrence.nextFrom(now))) {
      throw new ServiceError(
        'ValidationException',
        `Invalid Schedule Expression ${body.ScheduleExpression}.`,
      );
    }
    book.put(group, name, body);
    access?.changed();
    return { ScheduleArn: arnOf('scheduler', `schedule/${group}/${name}`) };
  }

  const operations: Readonly<Record<string, (call: Call) => unknown>> = {
    POST: (call) => {
      check('CreateSchedule', call);
      if (!NAME.test(call.name)) throw new ServiceError('ValidationException', `Invalid name ${call.name}.`);
      if (book.get(call.group, call.name)) {
        throw new ServiceError('ConflictException', `Schedule ${call.name} already exists.`, 409);
      }
      return put(call);
    },
    PUT: (call) => {
      check('UpdateSchedule', call);
      existing(call);
      return put(call);
    },
    GET: (call) => {
      check('GetSchedule', call);
      return describe(existing(call));
    },
    DELETE: (call) => {
      check('DeleteSchedule', call);
      existing(call);
      book.remove(call.group, call.name);
      access?.changed();
      return {};
    },
    LIST: (call) => {
      // IAM asks for listing on every schedule of every group, whatever group is listed.
      check('ListSchedules', { ...call, group: '*', name: '*' });
      return listPage(book, call.query);
    },
  };

  return async (request, response) => {
    try {
      const body = await readBody(request);
      const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://localhost');
      const [, path, name = ''] = pathname.split('/').map(decodeURIComponent);
      if (path !== 'schedules')
        throw new ServiceError('UnknownOperationException', `${pathname} is not known here`);
      const input = body.length > 0 ? JSON.parse(body.toString()) : {};
      const group = input.GroupName ?? query.get('groupName') ?? query.get('ScheduleGroup') ?? 'default';
      if (!book.groups.has(group)) {
        throw new ServiceError('ResourceNotFoundException', `Schedule group ${group} does not exist.`, 404);
      }
      const operation = operations[name ? (request.method ?? '') : 'LIST'];
      if (!operation)
        throw new ServiceError('UnknownOperationException', `${request.method} is not known here`);
      sendJson(response, 200, operation({ group, name, body: input, query, headers: request.headers }));
    } catch (error) {
      sendError(response, error);
    }
  };
}

function checkInput({ FlexibleTimeWindow, Target, ScheduleExpressionTimezone = 'UTC' }: ScheduleInput): void {
  if (!FlexibleTimeWindow?.Mode || !Target?.Arn || !Target.RoleArn) {
    throw new ServiceError(
      'ValidationException',
      'FlexibleTimeWindow, Target.Arn and Target.RoleArn are required.',
    );
  }
  try {
    Temporal.Now.zonedDateTimeISO(ScheduleExpressionTimezone);
  } catch {
    throw new ServiceError('ValidationException', `Invalid time zone ${ScheduleExpressionTimezone}.`);
  }
  if (Target.Input !== undefined) {
    try {
      JSON.parse(Target.Input);
    } catch {
      throw new ServiceError('ValidationException', 'Target.Input must be JSON.');
    }
  }
}

function describe({ name, group, input, createdAt, changedAt }: Schedule): unknown {
  return {
    ...input,
    Arn: arnOf('scheduler', `schedule/${group}/${name}`),
    Name: name,
    GroupName: group,
    State: input.State ?? 'ENABLED',
    CreationDate: createdAt.epochMilliseconds / 1000,
    LastModificationDate: changedAt.epochMilliseconds / 1000,
  };
}

function listPage(book: ScheduleBook, query: URLSearchParams): unknown {
  const prefix = query.get('NamePrefix') ?? '';
  const size = Number(query.get('MaxResults') ?? PAGE_SIZE);
  const after = query.get('NextToken');
  const all = book
    .list(query.get('ScheduleGroup') ?? undefined)
    .filter(({ name }) => name.startsWith(prefix));
  const state = query.get('State');
  const wanted = state ? all.filter(({ input }) => (input.State ?? 'ENABLED') === state) : all;
  const start = after ? wanted.findIndex(({ group, name }) => `${group}/${name}` > after) : 0;
  const page = start < 0 ? [] : wanted.slice(start, start + size);
  const last = page.at(-1);
  const isMore = start >= 0 && start + size < wanted.length;
  return {
    Schedules: page.map((schedule) => summarize(schedule)),
    ...(isMore && last && { NextToken: `${last.group}/${last.name}` }),
  };
}

function summarize({ name, group, input, createdAt, changedAt }: Schedule): unknown {
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
