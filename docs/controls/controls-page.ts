import type { Exception } from '../../infra/controls/exception.ts';
import { EXCEPTIONS } from '../../infra/controls/exceptions.ts';
import { code, listed, table } from '../guides/markdown.ts';
import { FAMILIES } from './families.ts';
import type { RuleResult } from './rule-results.ts';

/** Where the page is. */
export const PAGE = 'docs/security-controls.md';

const INTRODUCTION = `# Security controls

<!-- Made by npm run controls from infra/controls and docs/controls. Change the tables there instead. -->

For a court's information system security officer: which controls Crier meets and how, which rules it doesn't follow and
why, and what is left to the court. Threats, access, personal data and incident response are in [security.md](security.md).

Every build holds the CloudFormation templates to three packs of rules of [cdk-nag](https://github.com/cdklabs/cdk-nag):
AWS Solutions, NIST SP 800-53 Revision 5, and Serverless. A resource that breaks a rule stops the build and the deployment,
unless an [exception](#exceptions) below covers it. CI does the same for every combination of settings, and has cfn-lint
check the templates too.

The rules check how AWS resources are configured. AWS maps each rule to controls; following it meets a part of a control and
isn't an assessment of it. This page supports a court's own authorization and doesn't replace it.`;

/** The security officer's page. */
export function controlsPage(results: readonly RuleResult[]): string {
  const parts = [
    INTRODUCTION,
    '## Control families',
    table(
      ['family', 'what Crier does', 'what the court does', 'rules followed', 'with exceptions'],
      FAMILIES.map((family) => [
        `**${family.id}** ${family.title}`,
        family.met,
        family.court,
        ...countsOf(family.id, results),
      ]),
    ),
    '## Exceptions',
    'Each is declared once, with the reason and what protects instead. An exception that nothing needs any more fails a test.',
    table(
      ['rule', 'where', 'reason', 'what protects instead', 'controls'],
      EXCEPTIONS.map((one) => exceptionRow(one, results)),
    ),
    '## Rules followed everywhere',
    'What a rule finds where it is broken, in its own words, and its controls. Rules about resources that Crier doesn’t have are left out.',
    table(
      ['rule', 'what it would find', 'controls'],
      results
        .filter(({ isMet }) => isMet)
        .map(({ rule, wrong, controls }) => [code(rule), wrong, inShort(controls)]),
    ),
  ];
  return `${parts.map((part) => part.trimEnd()).join('\n\n')}\n`;
}

/** How many rules of a family are followed everywhere, and how many with exceptions. */
function countsOf(family: string, results: readonly RuleResult[]): [followed: string, excepted: string] {
  const own = results.filter(({ controls }) => controls.some((control) => control.startsWith(`${family}-`)));
  const followed = own.filter(({ isMet }) => isMet).length;
  return [String(followed), String(own.length - followed)];
}

function exceptionRow(
  { rules, where, reason, instead }: Exception,
  results: readonly RuleResult[],
): string[] {
  const controls = results.flatMap(({ rule, controls: own }) => (rules.includes(rule) ? own : []));
  return [listed(rules.map(code)), where, reason, instead, inShort(controls)];
}

/** `AU-2b, AU-3a, AU-3b, SC-8` → `AU-2, AU-3, SC-8`: parts and enhancements are in AWS's own mapping. */
function inShort(controls: readonly string[]): string {
  const names = controls.map((control) => /^[A-Z]{2}-\d+/.exec(control)?.[0] ?? control);
  return [...new Set(names)].join(', ') || '–';
}
