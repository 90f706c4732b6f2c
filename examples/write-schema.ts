import { writeFileSync } from 'node:fs';
import { launchSchema } from '../functions/domain/plan/launch-schema.ts';
import { EXAMPLE } from './example.ts';

const FILE = `${EXAMPLE}/launch.schema.json`;

// `npm run launch:schema`
writeFileSync(FILE, launchSchema());
process.stdout.write(`${FILE} is written.\n`);
