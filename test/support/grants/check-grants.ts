import { launchGrants } from './launch-grants.ts';
import { imbalanceOf } from './least-privilege.ts';
import { mutateGrants, wordsOf } from './mutate-grants.ts';
import { recordedCalls } from './recorded-calls.ts';
import { isMeantToBeRefused } from './service-side.ts';

/**
 * `npm run grants -- FOLDER`: holds what the functions' roles grant against the calls that tests made, in both
 * directions, and shows that it would notice any one grant more or less. The folder is filled by tests that run with
 * CRIER_CALLS=FOLDER.
 */
const [folder = 'out/calls'] = process.argv.slice(2);
const calls = recordedCalls(folder).filter((call) => !isMeantToBeRefused(call));
const grants = launchGrants();
const { refused, unused } = imbalanceOf(grants, calls);
const problems = [
  ...refused.map(
    ({ functionId, action, resource }) =>
      `refused, though a test calls it: ${functionId}: ${action} on ${resource}`,
  ),
  ...unused.map((grant) => `granted, though no test needs it: ${wordsOf(grant)}`),
];
for (const problem of problems) console.error(problem);
console.log(
  `${grants.length} grants, ${calls.length} kinds of calls: ${refused.length} refused, ${unused.length} unused.`,
);
if (problems.length > 0) process.exit(1);

const { removed, added, unnoticed } = mutateGrants(grants, calls);
for (const change of unnoticed) console.error(`not noticed: ${change}`);
console.log(`Changed one at a time: ${removed} removed, ${added} added, ${unnoticed.length} not noticed.`);
process.exit(unnoticed.length > 0 ? 1 : 0);
