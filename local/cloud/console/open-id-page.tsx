import { localPage } from '../../lib/local-page.tsx';
import type { ReadyPerson } from './people.ts';

/** Where to go, for a browser that the console did not send here. @param console its address */
export function strayPage(console: string): string {
  return localPage({
    title: 'Sign-in · Rehearsal',
    body: (
      <div class="crier-sign-in">
        <h1>Sign in from the console</h1>
        <p>
          This page replaces the sign-in service, on this machine only. It works once the console sends you
          here.
        </p>
        <a class="usa-button" href={console}>
          Open the console
        </a>
      </div>
    ),
  });
}

/** Who is ready to sign in, to choose from. @param query what the client asked by: each choice asks the same again */
export function peoplePage(people: readonly ReadyPerson[], query: URLSearchParams): string {
  return localPage({
    title: 'Who are you? – Rehearsal',
    body: (
      <div class="crier-sign-in local-choices">
        <h1>Who are you?</h1>
        <p>This page replaces the sign-in service, on this machine only. No password is needed.</p>
        {people.map(({ id, name, groups, isInvited = false }) => (
          <a
            class="usa-button usa-button--outline"
            href={`/authorize?${new URLSearchParams([...query, ['person', id]])}`}
          >
            <strong>{name}</strong>{' '}
            <small>
              {groups.length > 0 ? `Group ${groups.join(', ')}` : 'In no group'}
              {isInvited ? ' · Invited: choose this account to accept' : null}
            </small>
          </a>
        ))}
      </div>
    ),
  });
}
