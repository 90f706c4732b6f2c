import { person, type Row } from './row.ts';

/** Rows that ingestion must refuse or leave out, each for a different reason; few enough that the roster is taken. */
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
  { shows: 'the same row twice', row: person('Cruz', 'Echo', {}) },
  { shows: 'the same row twice', row: person('Cruz', 'Echo', {}) },
];

/** A user id that no roster has: the update that holds it is taken without this row. */
export const STRANGER: Row = { cmecf_user_id: 'nobody', link_status: 'linked', link_as_of: '2018-10-23' };
