/** The console's main pages, in the order of their links. Each page of them marks its own path as current. */
export const NAVIGATION = [
  { path: '/', label: 'Overview' },
  { path: '/roster', label: 'Roster' },
  { path: '/filers', label: 'Filers' },
  { path: '/phases', label: 'Phases' },
  { path: '/messages', label: 'Messages' },
  { path: '/plan', label: 'Launch plan' },
  { path: '/log', label: 'Send log' },
  { path: '/audit', label: 'Audit log' },
  { path: '/report', label: 'Report' },
  { path: '/people', label: 'People' },
] as const satisfies readonly {
  path: string;
  label: string;
}[];

/** A main page of the console. */
export type NavigationPath = (typeof NAVIGATION)[number]['path'];
