import { Temporal } from 'temporal-polyfill';
import type { AuditLog } from '../aws/audit-log.ts';
import type { Inbox } from '../aws/inbox.ts';
import type { PlanUploads } from '../aws/plan-uploads.ts';
import type { PlanStore } from '../aws/plans.ts';
import { recordUpload } from '../aws/record-upload.ts';
import type { RunStore } from '../aws/runs.ts';
import type { UploadArrivals } from '../aws/upload-arrivals.ts';
import type { UploadForms } from '../aws/upload-forms.ts';
import type { Actor } from '../domain/actor.ts';
import { CORRECTION, DATE_CHANGE } from '../domain/plan/kinds.ts';
import type { Deployed } from '../domain/plan/parse-plan.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Problem } from '../domain/plan/problem.ts';
import { blockedPhases } from '../domain/run/phase-runs.ts';
import { isFolder, type Upload } from '../domain/upload.ts';
import type { Uploader } from '../domain/upload-form.ts';
import { checkPlan } from '../email/check-plan.ts';
import { type PrepareServices, prepareChange } from '../start-phase/announcement/prepare-change.ts';
import { activePlan, type LaunchReport, plannedReport } from './launch-report.ts';
import { reportText } from './report-text.ts';
import { type SyncServices, syncLaunch } from './sync-launch.ts';

/** What activating a plan needs from outside. */
interface PlanLaunchServices extends SyncServices, PrepareServices {
  /** Name of the launch that is deployed here. */
  readonly launchName: string;
  /** What a plan must fit here. */
  readonly deployed: Deployed;
  readonly plans: PlanStore;
  readonly runs: RunStore;
  readonly inbox: Pick<Inbox, 'open'>;
  readonly arrivals: Pick<UploadArrivals, 'note'>;
  readonly planUploads: PlanUploads;
  readonly auditLog: Pick<AuditLog, 'putOnce'>;
  readonly uploadForms: Pick<UploadForms, 'uploaderOf'>;
}

/**
 * Activates an uploaded plan, or says why not. Each step can be repeated, and a repeat does all of them:
 * a crash anywhere is healed by the message that comes again.
 */
export async function planLaunch(announced: Upload, services: PlanLaunchServices): Promise<void> {
  if (isFolder(announced)) return;
  const object = await services.inbox.open(announced);
  if (!object) return services.log.info('upload-gone');
  const upload = await services.arrivals.note(announced, object);
  const read = await services.planUploads.read(upload);
  if ('gone' in read) return services.log.info('upload-gone');
  const uploader = await services.uploadForms.uploaderOf(upload, read.ok ? read.secret : null);
  const { by, takesEffect } = uploader;
  await recordArrival(upload, { by, services });
  if (!read.ok) return refuse(upload, { problems: read.problems, services });
  if (!takesEffect) return refuse(upload, { problems: [FORM_USED], isStray: true, services });
  const current = await services.plans.current();
  if (current && isLater(current, upload) && (await wasAccepted(upload, services))) {
    return services.log.info('plan-known');
  }
  const before = current?.plan;
  const parsed = checkPlan(read.text, { ...services.deployed, before });
  if (parsed.ok) await accept(upload, { plan: parsed.plan, uploader, services });
  else await refuse(upload, { problems: parsed.problems, services });
}

function isLater(one: { readonly uploadedAt: string }, other: { readonly uploadedAt: string }): boolean {
  return Temporal.Instant.compare(one.uploadedAt, other.uploadedAt) > 0;
}

/** Whether a report says that the plan was accepted. A message that comes again after a later plan changes none of it. */
async function wasAccepted(
  upload: Upload,
  { planUploads }: Pick<PlanLaunchServices, 'planUploads'>,
): Promise<boolean> {
  const outcome = await planUploads.reportedOutcome(upload);
  return outcome !== null && outcome !== 'refused';
}

/** A console form accepts one file; this one reached the form's key some other way. */
const FORM_USED: Problem = {
  path: '$',
  line: 1,
  found: 'a file in a place that belongs to another upload',
  message: 'must be uploaded again in the console, which will give it its own place',
};

/** Records a plan from outside the console; the console recorded its own when a person confirmed it. */
async function recordArrival(
  upload: Upload,
  { by, services }: { by: Actor; services: Pick<PlanLaunchServices, 'auditLog' | 'plans'> },
): Promise<void> {
  if (by.kind === 'person') return;
  const current = await services.plans.current();
  const before = current ? [current.version] : [];
  await recordUpload(upload, { kind: 'plan', by, before, auditLog: services.auditLog });
}

async function refuse(
  upload: Upload,
  {
    problems,
    isStray = false,
    services,
  }: { problems: readonly Problem[]; isStray?: boolean; services: PlanLaunchServices },
): Promise<void> {
  const { log, events, plans, launchName } = services;
  const current = await plans.current();
  await writeReport(upload, {
    services,
    isStray,
    report: {
      ...answered(upload, launchName),
      outcome: 'refused',
      problems,
      inForce: current && activePlan(current),
    },
  });
  const detail = { uploadedAt: upload.uploadedAt, problems: problems.length };
  log.info('launch-refused', detail);
  await events.publish([{ kind: 'LaunchRefused', detail }]);
}

/** The plan is written first: start-phase reads it after writing the run, so one of the two sees the other. */
async function accept(
  upload: Upload,
  { plan, uploader, services }: { plan: Plan; uploader: Uploader; services: PlanLaunchServices },
): Promise<void> {
  const { clock, log, events, plans, launchName } = services;
  const { uploadedAt, key } = upload;
  const { by, editors } = uploader;
  const { outcome } = await plans.put({ plan, uploadedAt, key, by, ...(editors && { editors }) });
  const synced = (await syncLaunch(services))!;
  const change = await prepareChange(DATE_CHANGE, synced.current, services);
  const correction = await prepareChange(CORRECTION, synced.current, services);
  const now = clock.now();
  const runs = await services.runs.runs();
  const report = plannedReport(answered(upload, launchName), {
    outcome,
    synced,
    runs,
    now,
    before: await planBefore(synced.current.version, plans),
    dateChange: change?.prepared ?? null,
    correction: correction?.prepared ?? null,
    blocked: blockedPhases(synced.current.plan, { runs, now }),
  });
  await writeReport(upload, { services, report });
  const detail = {
    version: report.inForce.version,
    pivot: report.pivot.certainty,
    phases: report.phases.length,
    passed: report.phases.filter(({ passed }) => passed).length,
    cancelledRuns: report.cancelledRuns.length,
    blocked: report.blocked.length,
    warnings: report.warnings.length,
    toTell: report.dateChange?.filers ?? 0,
    toCorrect: report.correction?.filers ?? 0,
  };
  log.info(`launch-${outcome}`, detail);
  if (outcome === 'planned') await events.publish([{ kind: 'LaunchPlanned', detail }]);
  if (outcome === 'pending') await events.publish([{ kind: 'LaunchPending', detail }]);
}

async function planBefore(version: string, plans: PlanStore): Promise<Plan | null> {
  const { plans: earlier } = await plans.page({ limit: 1, before: version });
  return earlier[0]?.plan ?? null;
}

function answered({ key, uploadedAt }: Upload, launch: string) {
  return { launch, key, uploadedAt };
}

async function writeReport(
  upload: Upload,
  {
    report,
    isStray = false,
    services,
  }: { report: LaunchReport; isStray?: boolean; services: PlanLaunchServices },
): Promise<void> {
  const json = `${JSON.stringify(report, null, 2)}\n`;
  await services.planUploads.putReport(upload, { json, text: reportText(report), isStray });
}
