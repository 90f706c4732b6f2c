/** The console's main pages, in the order of their links. Each page of them marks its own path as current. */
export const NAVIGATION = [{ path: '/', label: 'Overview' }] as const satisfies readonly {
  path: string;
  label: string;
}[];

export type NavigationPath = (typeof NAVIGATION)[number]['path'];
