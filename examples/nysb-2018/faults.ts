import { person, type Row } from './row.ts';

/** Rows that the intake must refuse, each for another reason; few enough that the roster is still taken. */
export const FAULTS: readonly { readonly shows: string; readonly row: Row }[] = [
  { shows: 'no CM/ECF user id', row: person('Nemo', 'Outis', { cmecf_user_id: '' }) },
  {
    shows: 'no name at all',
    row: { cmecf_user_id: 'noname', email: 'noname@example.com', user_type: 'creditor' },
  },
  { shows: 'a CM/ECF status that nobody knows', row: person('Limbo', 'Dante', { cmecf_status: 'maybe' }) },
  {
    shows: 'a link date that nobody can read',
    row: person('Sometime', 'Will', { link_status: 'linked', link_as_of: 'last week' }),
  },
];
