/** How Crier meets a family of controls of NIST SP 800-53, and what is left to the court. */
export interface ControlFamily {
  /** `AC` */
  readonly id: string;
  readonly title: string;
  /** What Crier does, in Markdown; links are from `docs/`. */
  readonly met: string;
  /** What the court does itself. */
  readonly court: string;
}

/** The families that an application in a court's own AWS account has a part in. */
export const FAMILIES: readonly ControlFamily[] = [
  {
    id: 'AC',
    title: 'Access control',
    met:
      'Four roles in the console, checked on every request. Sessions end when idle and after a set time. A notice before ' +
      'sign-in. Two-person approval, if the court wants it. Each function has a role of its own that allows only what it ' +
      'needs. See [Who has access](security.md#who-has-access).',
    court: 'Decides who has which role, and reviews it.',
  },
  {
    id: 'AU',
    title: 'Audit and accountability',
    met:
      'An [audit log](decisions/0181-an-audit-entry-is-an-object-written-once.md) whose entries are written once and ' +
      'locked, a log of sign-ins and refused requests, access logs of buckets and API, and logs of every function. See ' +
      '[Logs](logging.md).',
    court: 'Reviews the logs, chooses how long they are kept, and keeps CloudTrail in the account.',
  },
  {
    id: 'CA',
    title: 'Assessment, authorization and monitoring',
    met:
      'Every change is held to this page’s rules and to the [attacks](security.md#attacks-tried) that tests try. Alarms ' +
      'watch every function and queue; the [runbook](runbook.md) has a section for each.',
    court: 'Authorizes the system and answers its alarms.',
  },
  {
    id: 'CM',
    title: 'Configuration management',
    met:
      'All resources come from one template with typed [settings](deploy.md#settings); nothing is set by hand. Versions of ' +
      'dependencies are pinned. Dates and wording are in the launch plan, whose versions are kept.',
    court: 'Approves deployments, and limits who can deploy.',
  },
  {
    id: 'CP',
    title: 'Contingency planning',
    met:
      'Tables are recoverable to any second of 35 days. Buckets are versioned. Data is retained when a stack is deleted. ' +
      'Work that stopped half-way is found every five minutes and resumed.',
    court: 'Decides on copies outside the Region or account.',
  },
  {
    id: 'IA',
    title: 'Identification and authentication',
    met:
      'Users sign in by OpenID Connect, at the court’s own provider or in a Cognito pool that requires a second factor and ' +
      'that operations staff invite people to. Taking rights away signs a person out. Functions authenticate by temporary credentials of their roles.',
    court: 'Verifies who people are, and adds and removes accounts.',
  },
  {
    id: 'IR',
    title: 'Incident response',
    met: 'Steps for an incident, from stopping all emails to finding out what was seen: [Incident response](security.md#incident-response).',
    court: 'Reports and notifies.',
  },
  {
    id: 'PT',
    title: 'Personal data processing and transparency',
    met:
      'A list of [where personal data is kept](security.md#where-personal-data-is-kept) and for how long. A person’s data can ' +
      'be exported and erased. Logs, events and URLs hold ids only.',
    court: 'Sets how long data is kept, and answers requests.',
  },
  {
    id: 'RA',
    title: 'Risk assessment',
    met: '[Threats and defenses](security.md#threats-and-defenses), each with the test that shows the defense. [How to report a vulnerability](../SECURITY.md).',
    court: 'Assesses its own risk.',
  },
  {
    id: 'SC',
    title: 'System and communications protection',
    met:
      'TLS 1.2 or later for everything, and encryption at rest everywhere. No public bucket, no server, no open port: the ' +
      'console’s API is the only entrance, and its requests are limited. Policies of queues, topics and keys name their ' +
      'source. See [How it is kept safe](console.md#how-it-is-kept-safe).',
    court: 'Owns DNS and the certificate, if the console has a host name of the court’s.',
  },
  {
    id: 'SI',
    title: 'System and information integrity',
    met:
      'Uploads are parsed within limits and checked before they take effect. Links in emails are limited to listed domains. ' +
      'At most one email is sent per filer and phase, which a [simulation](simulation.md) checks. Bounces hold a run.',
    court: 'Checks each roster’s report.',
  },
];
