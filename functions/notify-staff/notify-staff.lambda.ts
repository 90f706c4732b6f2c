import { pick } from '../aws/pick.ts';
import { lambda } from '../lib/lambda.ts';
import type { Create } from '../lib/runtime.ts';
import { notifyStaff } from './notify-staff.ts';
import { NOTIFY_SERVICES } from './services.ts';

/** Called on a schedule, and by events of what needs attention. Whatever calls it, it looks at everything. */
export const create: Create<unknown, void> = (runtime) => {
  const services = pick(runtime, NOTIFY_SERVICES);
  return () => notifyStaff(services);
};

/** What Lambda calls. */
export const handler = lambda(create);
