import { readFileSync, writeFileSync } from 'node:fs';
import { PAGE, SCHEMA_FILE, settingsJsonSchema, withTable } from './settings-docs.ts';

// `npm run settings`
writeFileSync(SCHEMA_FILE, settingsJsonSchema());
writeFileSync(PAGE, withTable(readFileSync(PAGE, 'utf8')));
process.stdout.write(`${SCHEMA_FILE} and the table in ${PAGE} are written.\n`);
