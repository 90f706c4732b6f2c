import type { Alarms } from '../alarms.ts';
import type { DataStack } from '../data-stack.ts';

/** What every stage of the pipeline is built with. */
export interface StageProps {
  /** The launch's name. */
  readonly launch: string;
  readonly data: DataStack;
  readonly alarms: Alarms;
}
