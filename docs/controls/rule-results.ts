import { NagRuleCompliance } from 'cdk-nag';
import { rulePacks } from '../../infra/controls/packs.ts';
import type { createApp } from '../../infra/crier-app.ts';
import type { IApplyRule } from '../../node_modules/cdk-nag/lib/nag-pack.js';

/** A rule that is about at least one resource of a template. */
export interface RuleResult {
  /** `NIST.800.53.R5-S3BucketLoggingEnabled` */
  readonly rule: string;
  /** What is wrong where the rule is broken, in cdk-nag's words. */
  readonly wrong: string;
  /** The controls that AWS maps it to, `AU-2b`. */
  readonly controls: readonly string[];
  /** Whether every resource follows it. */
  readonly isMet: boolean;
}

/** What every rule says of these apps, by rule. A rule that is about none of their resources isn't there. */
export function ruleResults(apps: readonly ReturnType<typeof createApp>[]): RuleResult[] {
  const results = new Map<string, RuleResult>();
  for (const pack of rulePacks()) {
    const note = (params: IApplyRule) => {
      const found = params.rule(params.node);
      if (found === NagRuleCompliance.NOT_APPLICABLE) return;
      const rule = `${pack.readPackName}-${params.ruleSuffixOverride || params.rule.name}`;
      const isMet = Array.isArray(found) ? found.length === 0 : found === NagRuleCompliance.COMPLIANT;
      const known = results.get(rule);
      results.set(rule, { rule, ...wordsOf(params.info), isMet: isMet && (known?.isMet ?? true) });
    };
    // Packs hand every rule to this method, resource by resource; their reports tell only of broken ones.
    Object.assign(pack, { applyRule: note });
    for (const app of apps) pack.validateScope(app);
  }
  return [...results.values()].sort((one, other) => (one.rule < other.rule ? -1 : 1));
}

/** `The bucket … - (Control IDs: AU-2b, AU-3a).` Some of the spaces are of the kind that doesn't break. */
function wordsOf(info: string): Pick<RuleResult, 'wrong' | 'controls'> {
  const [, wrong = info, list = ''] = /^(.*?) - \(Control IDs?: (.*)\)\.?$/s.exec(info) ?? [];
  return { wrong, controls: [...new Set(list.split(/,\s*/).filter(Boolean))] };
}
