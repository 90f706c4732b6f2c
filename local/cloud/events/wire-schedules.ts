import type { Template } from '../template/template.ts';
import type { ScheduleInput } from './schedule-store.ts';
import type { Scheduler } from './scheduler.ts';

/** Makes the template's own groups and schedules. @throws Error when an expression can't be read. */
export function wireSchedules(template: Template, scheduler: Scheduler): void {
  for (const { name } of template.ofType('AWS::Scheduler::ScheduleGroup')) scheduler.groups.add(name);
  for (const { name, properties } of template.ofType('AWS::Scheduler::Schedule')) {
    const { GroupName = 'default', ...input } = properties as unknown as ScheduleInput & {
      GroupName?: string;
    };
    scheduler.put(GroupName, name, input);
  }
}
