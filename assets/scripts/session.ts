/**
 * Warns before a session ends, and offers to extend it. Other tabs extend it too, so the server is asked before
 * anything is shown. After the end, what was entered goes to the server, which shows it again after sign-in; nothing
 * is stored in the browser. Without this script, the same happens when a form is submitted.
 */
interface Left {
  readonly seconds: number;
}

/** How often the page looks at the clock: a computer that slept has missed its timers. */
const LOOK_MILLISECONDS = 5000;

const dialog = document.querySelector<HTMLDialogElement>('dialog[data-session-seconds]');
if (dialog) watch(dialog);

function watch(dialog: HTMLDialogElement): void {
  const warnMilliseconds = Number(dialog.dataset.sessionWarn) * 1000;
  const endAfter = ({ seconds }: Left) => Date.now() + seconds * 1000;
  let end = endAfter({ seconds: Number(dialog.dataset.sessionSeconds) });
  let edited: HTMLFormElement | null = null;
  /** Someone has closed the warning: it isn't shown to them again until the session was extended. */
  let isDismissed = false;

  async function look(): Promise<void> {
    if (dialog.dataset.state === 'ended' || end - Date.now() > warnMilliseconds) return;
    const left = await ask({ headers: { 'x-crier-live': 'yes' } });
    if (left === 'unknown') return;
    if (left === 'ended') return show(dialog, 'ended');
    end = endAfter(left);
    if (end - Date.now() > warnMilliseconds) dialog.close();
    else if (!dialog.open && !isDismissed) show(dialog, 'warning');
  }

  async function stay(): Promise<void> {
    const body = new URLSearchParams({ csrf: dialog.querySelector<HTMLInputElement>('[name=csrf]')!.value });
    const left = await ask({ method: 'POST', body });
    if (left === 'unknown') return;
    if (left === 'ended') return show(dialog, 'ended');
    end = endAfter(left);
    if (end - Date.now() > warnMilliseconds) dialog.close();
    else show(dialog, 'limit');
  }

  document.addEventListener('input', ({ target }) => {
    edited = (target as Element).closest<HTMLFormElement>('form[method=post]:not([enctype])') ?? edited;
  });
  dialog.querySelector('[data-session-stay]')?.addEventListener('click', () => void stay());
  dialog.querySelector('[data-session-again]')?.addEventListener('click', () => signInAgain(edited));
  dialog.addEventListener('close', () => {
    isDismissed = end - Date.now() <= warnMilliseconds;
  });
  document.addEventListener('visibilitychange', () => void look());
  setInterval(() => void look(), LOOK_MILLISECONDS);
}

/** Asks how long the session lasts. */
async function ask(init: RequestInit): Promise<Left | 'ended' | 'unknown'> {
  const answer = await fetch('/session', { ...init, redirect: 'manual' }).catch(() => null);
  if (answer?.ok) return (await answer.json()) as Left;
  // The sign-in page: the session has ended. Anything else may be the network.
  return answer?.type === 'opaqueredirect' || answer?.status === 401 ? 'ended' : 'unknown';
}

function show(dialog: HTMLDialogElement, state: 'warning' | 'limit' | 'ended'): void {
  dialog.dataset.state = state;
  for (const part of dialog.querySelectorAll<HTMLElement>('[data-for]')) {
    part.hidden = !part.dataset.for!.split(' ').includes(state);
  }
  const name = dialog.querySelector<HTMLElement>(`h2[data-for~="${state}"]`)!.id;
  dialog.setAttribute('aria-labelledby', name);
  if (!dialog.open) dialog.showModal();
}

/** The server keeps what was entered, whether the session has ended or not, and never acts on it. */
function signInAgain(form: HTMLFormElement | null): void {
  if (!form) {
    location.reload();
    return;
  }
  const keep = document.createElement('input');
  keep.type = 'hidden';
  keep.name = 'keep';
  keep.value = 'yes';
  form.append(keep);
  form.submit();
}
