import { writeFileSync } from 'node:fs';
import { launchSchema } from '../functions/domain/plan/launch-schema.ts';

const FILE = 'examples/launch.schema.json';

// `npm run launch:schema`
writeFileSync(FILE, launchSchema());
process.stdout.write(`${FILE} is written.\n`);
