import type { Child } from 'hono/jsx';
import { telOf } from './phone.ts';

/** An email address, which breaks in a narrow column where a reader expects it. */
export function Address({ children: email }: { readonly children: string | null }) {
  if (!email) return <>No usable address</>;
  const at = email.lastIndexOf('@');
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  );
}

/** A phone number: a link that calls it, if it can be called. */
export function phoneLink(number: string | null): Child {
  const tel = number && telOf(number);
  if (!tel) return number || 'Unknown';
  return (
    <a href={tel} class="crier-phone">
      {number}
    </a>
  );
}
