import { Temporal } from 'temporal-polyfill';
import { ServiceError } from '../../lib/aws-json.ts';
import { LIMITS } from '../limits.ts';
import type { ScheduleInput } from './schedule-store.ts';

const NAME = /^[0-9a-zA-Z-_.]+$/;
/** What of CreateSchedule and UpdateSchedule is known here. */
const INPUT = new Set([
  'ActionAfterCompletion',
  'ClientToken',
  'Description',
  'FlexibleTimeWindow',
  'GroupName',
  'Name',
  'ScheduleExpression',
  'ScheduleExpressionTimezone',
  'State',
  'Target',
]);
/** What of ListSchedules is known here. */
const QUERY = new Set(['ScheduleGroup', 'MaxResults', 'NextToken']);

/** @throws ServiceError when a schedule's name isn't one. */
export function checkName(name: string): void {
  if (!NAME.test(name) || name.length > LIMITS.scheduleName.most) throw invalid(`Invalid name ${name}.`);
}

/** @throws ServiceError when something required is missing, wrong, or not known here. */
export function checkInput(input: ScheduleInput): void {
  const { Description = '', FlexibleTimeWindow, Target, ScheduleExpressionTimezone: zone = 'UTC' } = input;
  checkKnown(input, INPUT);
  if (!FlexibleTimeWindow?.Mode || !Target?.Arn || !Target.RoleArn) {
    throw invalid('FlexibleTimeWindow, Target.Arn and Target.RoleArn are required.');
  }
  if (!works(() => Temporal.Now.zonedDateTimeISO(zone))) throw invalid(`Invalid time zone ${zone}.`);
  const { Input } = Target;
  if (Description.length > LIMITS.scheduleDescription.most) throw invalid('Description is too long.');
  if (Buffer.byteLength(Input ?? '') > LIMITS.scheduleInput.most) throw invalid('Target.Input is too long.');
  if (Input !== undefined && !works(() => JSON.parse(Input))) throw invalid('Target.Input must be JSON.');
}

/** @throws ServiceError when a list is asked for by what isn't known here. */
export function checkQuery(query: Readonly<Record<string, string>>): void {
  checkKnown(query, QUERY);
}

function checkKnown(given: object, known: ReadonlySet<string>): void {
  const unknown = Object.keys(given).filter((name) => !known.has(name));
  if (unknown.length > 0) throw invalid(`${unknown.join(', ')} is not known here.`);
}

function works(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}

function invalid(message: string): ServiceError {
  return new ServiceError('ValidationException', message);
}
