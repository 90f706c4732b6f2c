import { filerIdOf } from '../../functions/filers/filer-id.ts';

/** When the console's pages are looked at: three notices are out, the fourth comes in two weeks. */
export const LOOKED_AT = '2018-09-25T14:00:00Z';
const RUN = 'notice-1_20180724T130000Z';
/** Of the example's roster: her email bounced. */
const GWEN = filerIdOf('nysb', 'gmoved');

/** Every page of the console, by the name of its screenshot. */
export const CONSOLE_PAGES: Readonly<Record<string, string>> = {
  overview: '/',
  roster: '/roster',
  'roster-upload': '/roster/upload',
  filers: '/filers?state=needs-upgrade',
  'filers-search': '/filers?q=gwen',
  filer: `/filers/${GWEN}`,
  'filer-email': `/filers/${GWEN}/emails/${RUN}`,
  'phone-list': '/filers/phone-list',
  phases: '/phases',
  'phase-next': '/phases/notice-4',
  'phase-past': '/phases/notice-1',
  preview: '/phases/notice-4/preview?state=needs-upgrade',
  release: '/phases/notice-4/release',
  plan: '/plan',
  'plan-dates': '/plan/dates',
  'plan-upload': '/plan/upload',
  log: '/log',
  'log-run': `/log?run=${RUN}&status=bounced`,
  'log-attention': '/log/attention',
  'given-up': '/log/given-up',
  'log-search': '/log/search?q=gwen',
  email: `/log/${RUN}/${GWEN}`,
  audit: '/audit',
  'not-found': '/nowhere',
};
