import { digestOf, NumberColumn } from './hash-index.ts';

/** From this many firms on, a mailbox is no firm's own. */
const MANY = 3;
/** What doesn't tell firms apart. */
const FORMS = /\b(?:the|and|llp|llc|pllc|pc|pa|plc|ltd|inc|corp|co|law|offices?|of|firm|group|attorneys?)\b/g;

/** How many different firms the filers of each mailbox name, up to a few; a blank one says nothing. */
export class MailboxFirms {
  readonly #firms = Array.from(
    { length: MANY },
    () => new NumberColumn((length) => new Uint32Array(length), 0),
  );
  /** Whether any mailbox is of many firms. */
  hasAny = false;

  /** Notes a filer's firm. @param mailbox Its number. */
  note(mailbox: number, firm: string | null): void {
    const digest = firm === null ? 0 : firmOf(firm);
    if (digest === 0) return;
    for (const [position, column] of this.#firms.entries()) {
      const known = column.get(mailbox);
      if (known === digest) return;
      if (known !== 0) continue;
      column.set(mailbox, digest);
      this.hasAny ||= position === MANY - 1;
      return;
    }
  }

  /** Whether the mailbox is of many firms, so that it is most likely none's own. */
  areMany(mailbox: number): boolean {
    return (this.#firms.at(-1)?.get(mailbox) ?? 0) !== 0;
  }
}

/** `Roe & Doe, LLP` and `Law Offices of Roe and Doe` are one firm. 0 when nothing tells it apart. */
function firmOf(firm: string): number {
  const words = firm.normalize('NFKC').toLowerCase().replaceAll('.', '').replaceAll(FORMS, ' ');
  const name = words.replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return name === '' ? 0 : digestOf(name).high;
}
