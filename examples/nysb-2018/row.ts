/** The roster's columns, in the order of the file. */
export const COLUMNS = [
  'cmecf_user_id',
  'last_name',
  'first_name',
  'firm',
  'bar_id',
  'phone',
  'email',
  'secondary_emails',
  'user_type',
  'cmecf_status',
  'pacer_account',
  'pacer_account_type',
  'pacer_created',
  'pacer_username_length',
  'nextgen_elsewhere',
  'link_status',
  'link_as_of',
] as const;
/** The name of a column. */
export type Column = (typeof COLUMNS)[number];

/** A line of the roster; a missing column is a blank cell. */
export type Row = Partial<Record<Column, string>>;

/** A person of the example: a name, a mailbox by default, and whatever else the roster says. */
export function person(lastName: string, firstName: string, rest: Row = {}): Row {
  return {
    cmecf_user_id: loginOf(lastName, firstName),
    last_name: lastName,
    first_name: firstName,
    email: `${mailNameOf(firstName)}.${mailNameOf(lastName)}@example.com`,
    user_type: 'attorney',
    ...rest,
  };
}

/** A CM/ECF login as courts give them out: first initial and last name. */
export function loginOf(lastName: string, firstName: string): string {
  return `${plain(firstName)[0]}${plain(lastName)}`.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** The name as it is written in an address: with apostrophes, which are allowed, without accents, which aren't used. */
export function mailNameOf(name: string): string {
  return plain(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9']+/g, '-');
}

const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
};

function plain(text: string): string {
  return text
    .replaceAll('’', "'")
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[łŁøØßæÆ]/g, (letter) => LETTERS[letter]!);
}
