import { Temporal } from 'temporal-polyfill';
import { costOfEmails } from '../../domain/cost/email-cost.ts';

/** What a phase's emails will cost. */
export function CostNote({ emails }: { readonly emails: number }) {
  const { dollars, asOf } = costOfEmails(emails);
  return (
    <p>
      It costs about {amountOf(dollars)}, at AWS’s list prices of {dayOf(asOf)}.
    </p>
  );
}

/** `Jul 22, 2026` */
function dayOf(day: string): string {
  return Temporal.PlainDate.from(day).toLocaleString('en-US', { dateStyle: 'medium' });
}

/** `$0.33`, `$10`, `$1,250`: cents matter to no one from ten dollars on. */
function amountOf(dollars: number): string {
  if (dollars < 0.01) return '$0.01';
  const digits = dollars < 10 ? 2 : 0;
  return `$${dollars.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
}
