import type { Page } from '../ui/layout.tsx';
import type { RefusalText } from './refusal.ts';

const OVERVIEW = { href: '/', label: 'Go to the overview' } as const;

/** What went wrong, why, and what to do; with the number by which the log can be searched. */
export function errorPage({ title, why, action, link = OVERVIEW }: RefusalText, requestId: string): Page {
  return {
    title,
    ownHeading: true,
    body: (
      <div class="crier-error">
        <h1>{title}</h1>
        <p>{why}</p>
        <p>
          <strong>What to do:</strong> {action}
        </p>
        <p>
          <a class="usa-button" href={link.href}>
            {link.label}
          </a>
        </p>
        <p class="crier-error__id">
          If you ask for help, give this reference number: <code>{requestId}</code>
        </p>
      </div>
    ),
  };
}

/** What an error page says when the console itself failed. */
export const FAILED: RefusalText = {
  title: 'Something went wrong in Crier',
  why: 'This page couldn’t be loaded. It isn’t your fault.',
  action:
    'Try again in a minute. If you were submitting something, first check whether it went through. ' +
    'If it happens again, give your operations staff the number below.',
};
