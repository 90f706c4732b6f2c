/**
 * Keeps parts of a page fresh: each element with an id and `data-live="5"` is asked for again every five seconds, and
 * replaced by the one of that id. One that comes back without `data-live` is done. When the page begins to redirect, the
 * browser follows. Without this script people reload the page. The console doesn't count these requests as use: a
 * sign-in still ends when idle.
 */
for (const { id } of document.querySelectorAll<HTMLElement>('[data-live][id]')) plan(id);

function plan(id: string): void {
  const seconds = Number(document.getElementById(id)?.dataset.live);
  if (seconds > 0) setTimeout(() => void refresh(id).finally(() => plan(id)), seconds * 1000);
}

async function refresh(id: string): Promise<void> {
  // The page is hidden: skip this time.
  if (document.hidden) return;
  const answer = await fetch(location.href, { headers: { 'x-crier-live': 'yes' } }).catch(() => null);
  if (!answer?.ok) return;
  if (answer.redirected) {
    // Once the session has ended, the answer is the sign-in page: `session.ts` says so.
    if (new URL(answer.url).pathname !== '/sign-in') location.reload();
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(id);
  const old = document.getElementById(id);
  // A part that has the focus is left alone.
  if (fresh && old && !old.contains(document.activeElement)) old.replaceWith(fresh);
}
