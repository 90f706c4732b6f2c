import { differenceOf, fingerprint, type Templates } from './compare-templates.ts';
import type { LaunchFacts } from './facts.ts';
import { missing, notChecked, ok, type Saying } from './finding.ts';

/** How many names fit a line. */
const NAMED = 5;

/** Whether what is deployed is what this checkout builds with the settings: the same code, the same resources. */
export function version(deployed: Templates, { built }: LaunchFacts): Saying {
  const name = fingerprint(deployed);
  if (!built)
    return notChecked(
      `${name} is deployed; there is no settings file to build this checkout with`,
      'Name the settings it was deployed with: --settings FILE',
    );
  const { code, resources } = differenceOf(deployed, built);
  if (code.length + resources.length === 0) return ok(`${name}, the same as this checkout`);
  const parts = [named('different code in', code), named('different settings or resources:', resources)];
  return missing(
    `${name} is deployed, this checkout is ${fingerprint(built)}: ${parts.filter(Boolean).join('; ')}`,
    'npx cdk deploy --all, or run preflight from the checkout and with the settings that were deployed',
  );
}

function named(what: string, ids: readonly string[]): string {
  if (ids.length === 0) return '';
  const names = ids.slice(0, NAMED).map((id) => id.split('/')[1]);
  const more = ids.length - names.length;
  return `${what} ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
