import { createApp } from '../../infra/crier-app.ts';
import { VARIANTS } from '../../infra/variants.ts';

/** The apps that the page is about: between them they have every resource that a setting adds. */
export function checkedApps(): ReturnType<typeof createApp>[] {
  return [VARIANTS.alarms, VARIANTS.everything].map((settings) => {
    const app = createApp({ ...settings, bundle: false, check: false });
    // What a stack takes from another one has its name only then.
    app.synth();
    return app;
  });
}
