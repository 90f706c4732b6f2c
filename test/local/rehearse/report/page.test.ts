import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../../local/rehearse/report/outbox.ts';
import { reportPage } from '../../../../local/rehearse/report/page.tsx';
import { timelineOf } from '../../../../local/rehearse/report/timeline.ts';
import { record } from '../../../support/local/record.ts';

const samples: Sample[] = [
  {
    kind: 'notice',
    state: 'verify-account',
    phase: 'notice-1',
    subject: 'Check "your" account',
    html: '<p class="x">Dear &lt;you&gt;, it\'s time</p>',
    count: 2,
  },
];

describe('reportPage', () => {
  const page = reportPage(record, samples);

  it('shows what was in the roster as text, never as HTML', () => {
    expect(page).not.toContain('<script>');
    expect(page).not.toContain('<b>roster');
    expect(page).toContain('Jane &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
  });

  it('puts emails into frames that can do nothing', () => {
    expect(page).toContain(
      '<iframe class="crier-frame" sandbox="" loading="lazy" title="Check &quot;your&quot; account, ',
    );
    expect(page).toContain(
      'srcdoc="&lt;p class=&quot;x&quot;&gt;Dear &amp;lt;you&amp;gt;, it&#39;s time&lt;/p&gt;"',
    );
  });

  it('lists who bounced and who has no address for the clerk', () => {
    expect(page).toContain('<td data-label="Why" role="cell">Bounced</td>');
    expect(page).toContain('<td data-label="Why" role="cell">No usable address</td>');
  });

  it('says of kinds of email that none was sent', () => {
    expect(page).toContain('<h3>Follow-up</h3><p class="crier-quiet">None were sent.</p>');
  });
});

describe('timelineOf', () => {
  it('tells what happened in its order: uploads, people, then what follows', () => {
    const told = timelineOf(record).map(({ what, title, text }) => `${what}: ${title}: ${text}`);
    expect(told.slice(0, 5)).toEqual([
      'upload: launch.json: The launch plan: 10 phases, each with a schedule.',
      'upload: "<b>roster.csv: A roster of 3 filers, 1 without a usable address, 1 row skipped.',
      'person: Clerk releases notice-1: Go.',
      'phase: notice-1: 2 emails, 1 skipped.',
      'phase: notice-2: held: its start time had passed.',
    ]);
    expect(told.filter((line) => line.startsWith('court'))).toEqual([
      'court: Filing closes: ',
      'court: Go-live: ',
    ]);
  });
});
