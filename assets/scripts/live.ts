/**
 * Keeps parts of a page fresh: each element with an id and `data-live="5"` is asked for again every five seconds, and
 * replaced by the one of that id. One that comes back without `data-live` is done. Without this script people load
 * the page again themselves. It keeps nobody signed in: the console doesn't count it as use.
 */
for (const { id } of document.querySelectorAll<HTMLElement>('[data-live][id]')) plan(id);

function plan(id: string): void {
  const seconds = Number(document.getElementById(id)?.dataset.live);
  if (seconds > 0) setTimeout(() => void refresh(id).finally(() => plan(id)), seconds * 1000);
}

async function refresh(id: string): Promise<void> {
  // Nobody looks: the next turn will do.
  if (document.hidden) return;
  const answer = await fetch(location.href, { headers: { 'x-crier-live': 'yes' } }).catch(() => null);
  // A sign-in that ended leads to another page: that one shall be seen.
  if (answer?.redirected) location.reload();
  if (!answer?.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(id);
  const old = document.getElementById(id);
  // Whoever is in the middle of something there isn't disturbed.
  if (fresh && old && !old.contains(document.activeElement)) old.replaceWith(fresh);
}
