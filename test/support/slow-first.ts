import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take long though they are short, the longest first, by the ends of their paths. Vitest begins with the
 * largest files: one of these as the last would keep one core busy while the other has nothing left to do.
 */
const SLOW = [
  'e2e/pages.deep.test.ts',
  'rehearse/rehearse.deep.test.ts',
  'start/start.deep.test.ts',
  'email/spam.deep.test.ts',
  'start/example.deep.test.ts',
  'cloud/foreign-page.deep.test.ts',
  'commands/approve-phase.test.ts',
  'simulation/simulation.test.ts',
  'simulation/scripts.test.ts',
  'simulation/mutations.test.ts',
  'commands/postpone.test.ts',
  'truth/truth.test.ts',
  'ingest-roster/crash.test.ts',
  'ingest-roster/ingest.test.ts',
  'queries/search-roster.test.ts',
  'sweep/resend-unknown.test.ts',
];

/** Runs the slow files first, then the others in Vitest's order. */
export default class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = SLOW.findIndex((end) => moduleId.endsWith(`/${end}`));
      return found < 0 ? SLOW.length : found;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
