import { keyPolicy } from './key-policy.ts';
import { settingsFrom } from './settings.ts';
import { settingsFile } from './settings-file.ts';

// npm run key-policy -- [FILE]: prints what the policy of the court's own key must contain.
const { name, dataKey } = settingsFrom(() => undefined, settingsFile(process.argv[2]));
if (dataKey === null) {
  console.error('Cannot print the statements because the settings must have a dataKey: they have none');
  process.exitCode = 1;
} else console.log(JSON.stringify(keyPolicy({ name, key: dataKey }), null, 2));
