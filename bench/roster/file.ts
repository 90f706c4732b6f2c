import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const HEADER =
  'cmecf_user_id,last_name,first_name,firm,bar_id,phone,email,secondary_emails,user_type,cmecf_status,pacer_account,' +
  'pacer_account_type,pacer_created,pacer_username_length,nextgen_elsewhere,link_status,link_as_of';
const LAST = ['Smith', "O'Neil", 'Nuñez', 'Müller', 'García', 'Abrams', 'Okafor', 'Nguyen', 'Johnson', 'Lee'];
const FIRST = ['Jane', 'José', 'Aisha', 'Björn', 'Mary Ann', 'Wei', 'Zoë', 'John', 'Priya', 'Carlos'];
const FIRMS = [
  '',
  '"Delancey, Hudson & Hale LLP"',
  'Law Office of Abrams',
  '"Smith ""Smitty"" Legal"',
  'Okafor Group',
];
const TYPES = ['attorney', 'attorney', 'attorney', 'trustee', 'creditor', 'filing agent', 'court reporter'];

/** One made-up row, always the same for a number; about 150 bytes. */
function rowOf(number: number): string {
  const last = LAST[number % 10];
  const first = FIRST[(number >> 3) % 10];
  const year = 2001 + (number % 17);
  return [
    `user${number}`,
    last,
    first,
    FIRMS[number % 5],
    String(1_000_000 + number),
    `212-555-${String(number % 10_000).padStart(4, '0')}`,
    `filer.${number}@firm${number % 5000}.example.com`,
    number % 4 === 0 ? `second.${number}@example.org; third.${number}@example.net` : '',
    TYPES[number % 7],
    'active',
    number % 3 === 0 ? 'individual' : '',
    number % 3 === 1 ? 'legacy' : '',
    number % 2 === 0 ? `${(number % 12) + 1}/${(number % 28) + 1}/${year}` : String(year),
    number % 5 === 0 ? '8' : '',
    '',
    '',
    '',
  ].join(',');
}

/** Writes a roster of `rows` rows; one in a thousand has an unusable address. */
export async function writeRosterFile(path: string, rows: number): Promise<void> {
  const stream = createWriteStream(path);
  stream.write(`${HEADER}\r\n`);
  for (let start = 0; start < rows; start += 1000) {
    let text = '';
    for (let number = start; number < Math.min(rows, start + 1000); number++) {
      text += `${number % 1000 === 999 ? rowOf(number).replace('@', ' at ') : rowOf(number)}\r\n`;
    }
    if (!stream.write(text)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}
