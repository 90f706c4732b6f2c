/**
 * Sends the file of a form to the bucket and shows how far it is; and lets people drop a file onto the form. Without it
 * the form works as forms do, with the browser's own progress.
 */
interface Signed {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Page of the upload. */
  readonly next: string;
}

/** Parts of the form, as `roster-upload-page.ts` makes them. */
interface Parts {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly zone: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly sending: HTMLElement;
  readonly words: HTMLElement;
  readonly bar: HTMLProgressElement;
  readonly stop: HTMLButtonElement;
  readonly failed: HTMLElement;
}

const form = document.querySelector<HTMLFormElement>('form[data-upload]');
if (form) begin(partsOf(form));

function partsOf(form: HTMLFormElement): Parts {
  const find = <Found extends Element>(selector: string) => form.querySelector<Found>(selector)!;
  return {
    form,
    input: find('input[type=file]'),
    zone: find('.crier-drop'),
    button: find('button[type=submit]'),
    sending: find('.crier-sending'),
    words: find('.crier-sending__words'),
    bar: find('progress'),
    stop: find('.crier-sending button'),
    failed: find('.crier-failed'),
  };
}

function begin(parts: Parts): void {
  takeDrops(parts);
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    const file = parts.input.files?.[0];
    if (file) void upload(file, parts);
  });
}

/** The browser would open a file that is dropped beside the field. */
function takeDrops({ zone, input, failed }: Parts): void {
  zone.querySelector('.crier-drop__hint')?.removeAttribute('hidden');
  const mark = (is: boolean) => zone.classList.toggle('crier-drop--over', is);
  for (const name of ['dragenter', 'dragover']) {
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      mark(true);
    });
  }
  for (const name of ['dragleave', 'dragend']) zone.addEventListener(name, () => mark(false));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    mark(false);
    const { files } = event.dataTransfer ?? { files: null };
    if (files?.length === 1) input.files = files;
    else say(failed, 'Drop one file, not a folder.');
    input.focus();
  });
}

async function upload(file: File, parts: Parts): Promise<void> {
  const { form, failed } = parts;
  failed.replaceChildren();
  const max = Number(form.dataset.max);
  if (file.size > max) {
    return say(
      failed,
      `This file is too large: it has ${megabytes(file.size)}, and the limit is ${megabytes(max)}.`,
    );
  }
  if (file.size === 0) return say(failed, 'This file is empty.');
  show(parts, true);
  try {
    const signed = await sign(file, form);
    await send(file, { signed, parts });
    parts.words.textContent = 'The file has arrived.';
    location.assign(signed.next);
  } catch (error) {
    show(parts, false);
    say(failed, (error as Error).message);
    parts.input.focus();
  }
}

async function sign(file: File, { dataset }: HTMLFormElement): Promise<Signed> {
  const { csrf = '', kind = '', upload = '' } = dataset;
  const body = new URLSearchParams({ csrf, kind, name: file.name.slice(-300) });
  const answer = await fetch(upload, { method: 'POST', body }).catch(() => null);
  if (!answer) throw new Error('The console couldn’t be reached. Check your connection and try again.');
  if (answer.status === 401 || answer.redirected) {
    throw new Error('You’ve been signed out. Reload this page, sign in, and upload again.');
  }
  if (!answer.ok) throw new Error('The console refused the upload. Reload this page and try again.');
  return answer.json();
}

/** By XMLHttpRequest, since `fetch` doesn't report an upload's progress. */
function send(file: File, { signed, parts }: { signed: Signed; parts: Parts }): Promise<void> {
  const body = new FormData();
  for (const [name, value] of Object.entries(signed.fields)) body.set(name, value);
  body.set('file', file);
  const request = new XMLHttpRequest();
  const stop = () => request.abort();
  parts.stop.addEventListener('click', stop);
  const sent = new Promise<void>((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(parts, loaded / total));
    request.addEventListener('load', () =>
      request.status === 201
        ? resolve()
        : reject(new Error('The upload was refused. Reload this page and try again.')),
    );
    request.addEventListener('error', () =>
      reject(
        new Error('The upload was interrupted. Check your connection and try again: nothing has changed.'),
      ),
    );
    request.addEventListener('abort', () =>
      reject(new Error('The upload was canceled. Nothing has changed.')),
    );
  });
  request.open('POST', signed.url);
  request.send(body);
  return sent.finally(() => parts.stop.removeEventListener('click', stop));
}

/** Screen readers hear of every tenth. */
const HEARD_PERCENT = 10;

function progress({ bar, words }: Parts, part: number): void {
  const percent = Math.floor(100 * part);
  bar.value = percent;
  const heard = percent - (percent % HEARD_PERCENT);
  const text = percent === 100 ? 'The whole file was sent. Waiting for confirmation.' : `${heard}% sent.`;
  if (words.textContent !== text) words.textContent = text;
}

function show({ sending, button, input, bar, words, stop }: Parts, isSending: boolean): void {
  sending.hidden = !isSending;
  button.hidden = isSending;
  input.disabled = isSending;
  if (!isSending) return;
  bar.value = 0;
  words.textContent = 'Starting the upload.';
  stop.focus();
}

function say(where: HTMLElement, text: string): void {
  const box = document.createElement('div');
  box.className = 'usa-alert usa-alert--error usa-alert--slim';
  const body = document.createElement('div');
  body.className = 'usa-alert__body';
  const words = document.createElement('p');
  words.className = 'usa-alert__text';
  words.textContent = text;
  body.append(words);
  box.append(body);
  where.replaceChildren(box);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}
