import type { SesFault } from '../../cloud/ses/ses.ts';
import type { Drill, Shown } from '../cause.ts';
import type { DrillSite } from '../site.ts';

/** A run is held before its first email when the quota is too small for it, no matter who starts it. */
export const tooLittleQuota: Drill = {
  cause: "a run doesn't fit within the account's quota, at its scheduled time and when a person releases it",
  fires: ['StartPhase reports errors', 'ReleasePhase reports errors'],
  bringAbout: async (site) => {
    const { cloud, nextPhase, wait } = site;
    const { max24HourSend } = cloud.sesLimits;
    cloud.sesLimits.max24HourSend = sentIn24Hours(site) + 10;
    await nextPhase();
    await wait(5);
    const phaseId = await nextPhase();
    cloud.sesLimits.max24HourSend = sentIn24Hours(site) + 10;
    await cloud.invoke('ReleasePhase', { phaseId, by: 'clara', why: 'drill' });
    await wait(5);
    cloud.sesLimits.max24HourSend = max24HourSend;
  },
};

/** While emails are being sent, the sweep logs how much of the quota is used. */
export const usedQuota: Drill = {
  cause: "80% of the account's 24-hour quota is used",
  fires: ['The email quota is nearly used up'],
  bringAbout: async (site) => {
    const { cloud, wait, nextPhase } = site;
    await nextPhase();
    await wait(10);
    const { max24HourSend } = cloud.sesLimits;
    cloud.sesLimits.max24HourSend = Math.floor(sentIn24Hours(site) / 0.8);
    await wait(10);
    cloud.sesLimits.max24HourSend = max24HourSend;
  },
};

function sentIn24Hours({ cloud, now }: DrillSite): number {
  return cloud.outbox.filter(({ at }) => at.epochMilliseconds > now() - 24 * 60 * 60_000).length;
}

/** Emails of a run that SES takes before it pauses the account, and how many it may be asked to send afterward. */
const PAUSE = { after: 40, mostRefused: 30 };

const PAUSED: SesFault = {
  kind: 'refuse',
  code: 'AccountSendingPausedException',
  message: 'Email sending is disabled for your AWS account.',
};

/** SES pauses the account in the middle of a run, and staff can't be told; later it sends again, and a person lifts the hold. */
export const pausedAccount: Drill = {
  cause: 'SES pauses the account in the middle of a run',
  fires: ['SendEmail reports errors', 'NotifyStaff reports errors'],
  bringAbout: async ({ cloud, faults, nextPhase, wait }) => {
    const before = cloud.outbox.length;
    let refused = 0;
    faults.ses = () => {
      if (cloud.outbox.length - before < PAUSE.after) return null;
      refused++;
      return PAUSED;
    };
    const phase = await nextPhase();
    await wait(20);
    const isHeld = cloud.events.some(
      ({ 'detail-type': kind, detail }) =>
        kind === 'PhaseHeld' && (detail as { reason?: string }).reason === 'ses-account-paused',
    );
    faults.ses = () => null;
    const lift = { act: 'lift', scope: 'all', reason: 'ses-account-paused', by: 'otto', why: 'drill' };
    await cloud.invoke('Act', lift);
    await wait(30);
    return [
      { what: 'sending is held, and people are notified', isTrue: isHeld },
      {
        what: `once it is paused, SES is asked to send only ${refused} more emails`,
        isTrue: refused > 0 && refused <= PAUSE.mostRefused,
      },
      ...mailedOnce(cloud, phase),
    ];
  },
};

/** Whether a run is complete and emailed each of its audience once, except those whose addresses bounced meanwhile. */
export function mailedOnce({ outbox, log }: DrillSite['cloud'], phase: string): Shown[] {
  const isOf = (run: unknown) => String(run).startsWith(`${phase}_`);
  const lineOf = (wanted: string) => log.find(({ code, fields }) => code === wanted && isOf(fields.run));
  const mailed = outbox.filter(({ tags }) => isOf(tags.run)).map(({ tags }) => tags.filer);
  const { mailable = 0, skipped: skippedBefore = 0 } = lineOf('phase-started')?.fields ?? {};
  const { skipped = 0, failed = 0, unknown = 0, waiting = 0 } = lineOf('phase-completed')?.fields ?? {};
  const missing = Number(mailable) - mailed.length - (Number(skipped) - Number(skippedBefore));
  const isSettled = lineOf('phase-completed') !== undefined && !failed && !unknown && !waiting;
  return [
    { what: 'no one is emailed twice', isTrue: new Set(mailed).size === mailed.length },
    { what: `none of ${mailable} is lost`, isTrue: mailed.length > 0 && missing === 0 && isSettled },
  ];
}
