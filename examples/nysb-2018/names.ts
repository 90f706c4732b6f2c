/** Names from many places: accents, apostrophes and hyphens are what rosters hold. */
export const firstNames = (
  'Aaron Abigail Aisha Alejandro Ama Amélie Andrew Anjali Anthony Beatriz Benjamin Björn Camille ' +
  'Carlos Caroline Chen Chloë Claire Daniel David Deborah Dmitri Edward Elena Elizabeth Emeka Emily ' +
  'Esther Fatima François Gabriela George Hannah Helen Henry Inés Isaac Jamal James Jessica João John ' +
  'José Joseph Karen Keiko Kevin Khadija Laura Lauren Linda Luis Magdalena Mark Mary Matthew Mei ' +
  'Michael Miriam Nancy Naomi Nicholas Noémie Omar Oscar Patricia Paul Peter Priya Rachel Raúl Rebecca ' +
  'Richard Robert Ruth Samuel Sandra Sarah Seán Sofia Stephen Susan Tamara Thomas Victoria Vincent Wei ' +
  'William Xiomara Yusuf Zoë'
).split(' ');

/** Last names, of the same variety. */
export const lastNames = (
  'Abrams Acosta Adeyemi Alvarez Anderson Bailey Banerjee Bauer Becker Bennett Berković Bloom Brooks ' +
  "Brown Castañeda Chen Chowdhury Cohen Coleman Cooper Cruz D'Amico Davis De-la-Cruz Delgado Diaz " +
  'Edwards Eriksson Evans Fernández Fischer Flynn Foster Garcia Gibson Goldberg González Grant Green ' +
  'Hall Hansen Hashimoto Hayes Hernández Hoffman Howard Huang Ivanov Jackson Jensen Johnson Kaplan ' +
  'Katz Kelly Khan Kim Kowalski Lee Levine Lewis López Łukasik MacDonald Martinez McCarthy Mendoza ' +
  "Miller Mitchell Moreau Morgan Murphy Nakamura Nelson Núñez O'Brien O'Connor O'Malley Ortiz Patel " +
  'Peña Perez Peterson Phillips Popescu Price Quinn Ramírez Reyes Rivera Roberts Rosenberg Russo Ryan ' +
  'Sánchez Schmidt Schwartz Shapiro Silva Singh Smith Sokolov Stein Stewart Sullivan Suzuki Taylor ' +
  'Thompson Torres Tran Turner Vargas Vogel Walker Walsh Wang Watson Weiss White Williams Wilson Wong ' +
  'Wright Yamamoto Young Zhang Zielińska'
).split(' ');

/** Firms, each with the domain of its mailboxes: all on names kept for examples. */
export const firms = [
  { name: 'Adler, Finch & Boone LLP', domain: 'adlerfinch.example.com' },
  { name: 'Battery Place Law Group', domain: 'batteryplace.example.com' },
  { name: "Carrow & Sons' Credit Recovery, Inc.", domain: 'carrow.example.net' },
  { name: 'Delancey Legal Aid', domain: 'delancey.example.org' },
  { name: 'Elm & Pine, P.C.', domain: 'elmpine.example.com' },
  { name: 'Fulton Street Trustees', domain: 'fultontrustees.example.org' },
  { name: 'Gansevoort Núñez LLP', domain: 'gansevoort.example.com' },
  { name: 'Hudson Valley Transcripts', domain: 'hvtranscripts.example.net' },
];
