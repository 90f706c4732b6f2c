import { allowedDomainsSchema } from '../domain/plan/allowed-domains.ts';
import type { Deployed } from '../domain/plan/parse-plan.ts';
import { type Retention, retentionSchema } from '../domain/retention.ts';
import type { SendingLimits, SendQuota } from '../domain/run/rate.ts';
import { CHUNK_SIZE, type Run } from '../domain/run/run.ts';
import { type Recipients, recipientsSchema } from '../domain/send/recipients.ts';
import { type SignInSettings, signInSchema } from '../domain/sign-in.ts';
import { ENV, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import { accessRecorder, type RecordAccess } from './access-log.ts';
import { type AnnouncedDatesStore, announcedDatesStore } from './announced-dates.ts';
import { type AuditIndex, auditIndexOf } from './audit-index.ts';
import { type AuditLog, auditLogOf } from './audit-log.ts';
import { type AuditReader, auditReaderOf } from './audit-reader.ts';
import { type CallStore, callEraser, callStore, type EraseCalls } from './calls.ts';
import { type ChunkQueue, chunkQueue } from './chunk-queue.ts';
import { type ChunkRange, chunkRange as chunkRangeOf } from './chunk-range.ts';
import { type ChunkStore, chunkStore } from './chunks.ts';
import * as aws from './clients.ts';
import {
  type CountDeadLetters,
  type DeadLetterQueues,
  deadLetterCounter,
  deadLetterQueues,
} from './dead-letters.ts';
import { type EndSessions, sessionEnder } from './end-sessions.ts';
import { addressEraser, type EraseAddress } from './erase-address.ts';
import { type EraseLater, eraseLater as eraseLaterBy } from './erase-later.ts';
import { type EraseLocks, eraseLocks as eraseLocksOf } from './erase-locks.ts';
import { type EraseRow, rowEraser } from './erase-row.ts';
import { type EraseSends, sendEraser } from './erase-sends.ts';
import { type ErasureStore, erasureStore } from './erasures.ts';
import { type EventPublisher, eventPublisher } from './event-bus.ts';
import { type ExportStore, type ExportWriter, exportStore, exportWriterOf } from './exports.ts';
import { type Inbox, inboxOf } from './inbox.ts';
import { type InboxFiles, inboxFilesOf } from './inbox-files.ts';
import { type KeptFormStore, keptFormStore } from './kept-forms.ts';
import type { Lock } from './lock.ts';
import { type ManagePeople, managePeople as managePeopleBy } from './manage-people.ts';
import { peopleLock as peopleLockOf } from './people-lock.ts';
import { type PhaseMarkStore, phaseMarkStore } from './phase-marks.ts';
import { type PhaseSchedules, phaseSchedules } from './phase-schedules.ts';
import { type ReadRunPlan, runPlanReader } from './plan-cache.ts';
import { type PlanDraftStore, planDraftStore } from './plan-drafts.ts';
import { type PlanUploads, type PutUpload, planUploadsOf, uploader } from './plan-uploads.ts';
import { type PlanStore, planStore } from './plans.ts';
import { type PrincipalStore, principalStore } from './principals.ts';
import { type ReadinessStore, readinessStore } from './readiness.ts';
import { fileRemover, type RemoveFiles } from './remove-files.ts';
import { type RemoveSearches, searchesRemover } from './remove-searches.ts';
import { restoredGate } from './restored-gate.ts';
import { type RetrySoon, retrySoonOf } from './retry-soon.ts';
import { type RoleGrantStore, roleGrantStore } from './role-grants.ts';
import { type RosterInbox, rosterInboxOf } from './roster-inbox.ts';
import { type ReportReader, reportReader } from './roster-reports.ts';
import { type RosterWriter, rosterWriter as rosterWriterOf } from './roster-writer.ts';
import { type RosterStore, rosterStore } from './rosters.ts';
import { type CountStore, countStore } from './run-counts.ts';
import { type RunProgress, runProgress } from './run-progress.ts';
import { type RunStore, runStore } from './runs.ts';
import { type SavedSearchStore, savedSearchStore } from './saved-searches.ts';
import {
  type RemoveSearch,
  type SearchStore,
  type SearchWriter,
  searchRemover,
  searchStore,
  searchWriter as searchWriterOf,
} from './search-index.ts';
import { type SendGate, sendGate } from './send-gate.ts';
import { type SendLogStore, sendLogStore } from './send-log.ts';
import { type LogReader, logReader as logReaderOf } from './send-log-reader.ts';
import { accountQuota, sendingLimits } from './sending-limits.ts';
import { type Mailer, sesMailer } from './ses.ts';
import { type SessionStore, sessionStore } from './sessions.ts';
import { type SignUpload, uploadOriginOf, uploadSigner } from './signed-forms.ts';
import { type StaffNoticeStore, staffNoticeStore } from './staff-notices.ts';
import { type StartLater, startLater as startLaterBy } from './start-phase.ts';
import { type ReadSuppressed, suppressedReader } from './suppressed-now.ts';
import { type SuppressionKey, suppressionKeyOf } from './suppression-key.ts';
import { type SuppressionUpkeep, suppressionUpkeep as suppressionUpkeepOf } from './suppression-upkeep.ts';
import { type SuppressionStore, suppressionStore } from './suppressions.ts';
import { type UploadArrivals, uploadArrivalsOf } from './upload-arrivals.ts';
import { type UploadForms, uploadFormsOf } from './upload-forms.ts';
import { type UserPool, userPool as userPoolOf } from './user-pool.ts';

/** Everything that functions work with. What each does is said where it is defined. */
export interface Services extends Pick<Runtime, 'clock' | 'log'> {
  readonly launchName: string;
  /** What a launch plan must fit here. */
  readonly deployed: Deployed;
  readonly plans: PlanStore;
  readonly planDrafts: PlanDraftStore;
  readonly planOf: ReadRunPlan;
  readonly planUploads: PlanUploads;
  readonly putPlan: PutUpload;
  readonly schedules: PhaseSchedules;

  readonly inbox: Inbox;
  readonly inboxFiles: InboxFiles;
  readonly arrivals: UploadArrivals;
  readonly reports: ReportReader;
  readonly uploadForms: UploadForms;
  readonly signUpload: SignUpload;
  readonly putUpdate: PutUpload;
  /** Where browsers send files, past the console: the bucket's scheme and host. */
  readonly uploadOrigin: () => Promise<string>;

  readonly roster: RosterStore;
  readonly rosterWriter: RosterWriter;
  readonly rosterInbox: RosterInbox;
  readonly readiness: ReadinessStore;
  readonly search: SearchStore;
  readonly searchWriter: SearchWriter;
  readonly removeSearch: RemoveSearch;

  readonly phaseMarks: PhaseMarkStore;
  readonly startLater: StartLater;
  readonly runs: RunStore;
  /** How far a run is, in four reads at most; `null` before its audience is counted. */
  readonly progress: (run: Run) => Promise<RunProgress | null>;
  readonly counts: CountStore;
  readonly announcedDates: AnnouncedDatesStore;
  readonly chunks: ChunkStore;
  readonly chunkRange: ChunkRange;
  /** How many filers a chunk holds. */
  readonly chunkSize: number;
  readonly queue: ChunkQueue;
  readonly gate: SendGate;

  readonly mailer: Mailer;
  readonly recipients: Recipients;
  /** Which notices court staff have been sent. */
  readonly staffNotices: StaffNoticeStore;
  /** Where the console is: scheme and host. */
  readonly consoleOrigin: string;
  /** The account's limits; SES is asked at most once a minute. */
  readonly quota: () => Promise<SendQuota>;
  /** The same, with the part of them that the run's launch may use, and its breaker's limits. */
  readonly limits: (run: Pick<Run, 'planVersion'>) => Promise<SendingLimits>;
  readonly suppression: SuppressionStore;
  readonly suppressionKey: SuppressionKey;
  readonly suppressedNow: ReadSuppressed;
  readonly sendLog: SendLogStore;
  readonly logReader: LogReader;
  readonly exports: ExportStore;
  readonly exportWriter: ExportWriter;
  readonly calls: CallStore;

  readonly erasures: ErasureStore;
  readonly eraseLater: EraseLater;
  readonly eraseLocks: EraseLocks;
  readonly retention: Retention;
  readonly endSessions: EndSessions;
  readonly suppressionUpkeep: SuppressionUpkeep;
  readonly eraseRow: EraseRow;
  readonly eraseSends: EraseSends;
  readonly eraseCalls: EraseCalls;
  readonly eraseAddress: EraseAddress;
  readonly removeFiles: RemoveFiles;
  readonly removeSearches: RemoveSearches;

  readonly events: EventPublisher;
  readonly auditLog: AuditLog;
  readonly auditReader: AuditReader;
  readonly auditIndex: AuditIndex;
  readonly principals: PrincipalStore;
  readonly deadLetters: DeadLetterQueues;
  readonly countDeadLetters: CountDeadLetters;
  readonly retrySoon: RetrySoon;
  readonly signIn: SignInSettings;
  readonly sessions: SessionStore;
  readonly userPool: UserPool;
  /** Changes accounts of that pool in another function; `null` where a provider of the court has them. */
  readonly managePeople: ManagePeople | null;
  readonly peopleLock: Lock;
  readonly roleGrants: RoleGrantStore;
  readonly recordAccess: RecordAccess;
  readonly savedSearches: SavedSearchStore;
  readonly keptForms: KeptFormStore;
}

/** What services are built from. */
interface Root extends Runtime {
  readonly clients: Partial<aws.Clients>;
  /** Builds a service, once. */
  readonly use: <Service>(build: Build<Service>) => Service;
}
type Build<Service> = (root: Root) => Service;

/** Those of the services that a function picked, with its clock and log. */
export type Picked<Name extends keyof Services> = Pick<Services, Name | 'clock' | 'log'>;

/**
 * The composition root: builds the services that a function needs, and what they need, each once.
 * @param wanted Builders from this file. They are functions of their own so that a bundle holds those that its
 * function picks.
 * @param clients Clients in the place of the SDK's own, for tests.
 * @throws Error when an environment variable is missing that one of them reads: at cold start, not at the first event.
 */
export function pick<Name extends keyof Services>(
  { env, clock, log }: Runtime,
  wanted: { readonly [Each in Name]: Build<Services[Each]> },
  clients: Partial<aws.Clients> = {},
): Picked<Name> {
  const built = new Map<unknown, unknown>();
  const root: Root = {
    env,
    clock,
    log,
    clients,
    use: <Service>(build: Build<Service>) => {
      if (!built.has(build)) built.set(build, build(root));
      return built.get(build) as Service;
    },
  };
  const picked: Partial<Services> = { clock, log };
  for (const name of Object.keys(wanted) as Name[]) picked[name] = root.use(wanted[name]);
  return picked as Picked<Name>;
}

const db = ({ clients }: Root) => clients.db ?? aws.dynamo();
const s3 = ({ clients }: Root) => clients.s3 ?? aws.s3();
const ses = ({ clients }: Root) => clients.ses ?? aws.ses();
const sqs = ({ clients }: Root) => clients.sqs ?? aws.sqs();
const eventBridge = ({ clients }: Root) => clients.eventBridge ?? aws.eventBridge();

// One builder each, under the service's own name.

/** The launch's name. */
export const launchName = ({ env }: Root) => required(env, ENV.launchName);
/** What a launch plan must fit here: the launch's name, and the domains that the deployment allows. */
export const deployed = ({ env, use }: Root): Deployed => ({
  launch: use(launchName),
  ...allowedDomainsSchema.parse(JSON.parse(required(env, ENV.allowedDomains))),
});
/** Plans by version, and the active one. */
export const plans = ({ env, use }: Root) => planStore(env, use(db));
/** The draft of the next plan. */
export const planDrafts = ({ env, use }: Root) => planDraftStore(env, use(db));
/** The plan that a run started with, read once. */
export const planOf = ({ use }: Root) => runPlanReader(use(plans));
/** The text of an uploaded plan. */
export const planUploads = ({ use }: Root) => planUploadsOf(use(s3));
/** Uploads a plan that a person confirmed in the console. */
export const putPlan = ({ env, use }: Root) =>
  uploader(env, { client: use(s3), forms: use(uploadForms), contentType: 'application/json' });
/** Uploads an update of the roster that a person made in the console. */
export const putUpdate = ({ env, use }: Root) =>
  uploader(env, { client: use(s3), forms: use(uploadForms), contentType: 'text/csv; charset=utf-8' });
/** The phases' schedules at EventBridge Scheduler. */
export const schedules = (root: Root) => phaseSchedules(root, root.clients.scheduler ?? aws.scheduler());

/** Uploads, and the reports beside them. */
export const inbox = ({ use }: Root) => inboxOf(use(s3));
/** What is in the inbox, and its queues. */
export const inboxFiles = ({ env, use }: Root) => inboxFilesOf(env, { s3: use(s3), sqs: use(sqs) });
/** Which uploads intake has heard of. */
export const arrivals = (root: Root) => uploadArrivalsOf(root, root.use(db));
/** Reports of uploads, for the console. */
export const reports = ({ env, use }: Root) => reportReader(env, use(s3));
/** The upload forms that the console signed, and for whom. */
export const uploadForms = (root: Root) => uploadFormsOf(root, root.use(db));
/** Signs forms by which browsers upload. */
export const signUpload = ({ env, use }: Root) =>
  uploadSigner(env, { client: use(s3), forms: use(uploadForms) });
/** Where those forms go: scheme and host. */
export const uploadOrigin = ({ env, use }: Root) => uploadOriginOf(env, use(s3));

/** Roster versions, their filers, and which is active. */
export const roster = (root: Root) => rosterStore(root, root.use(db));
/** Writes new roster versions. */
export const rosterWriter = (root: Root) => rosterWriterOf(root, root.use(db));
/** Has files of rosters read again. */
export const rosterInbox = (root: Root) =>
  rosterInboxOf(root, { client: root.use(sqs), files: root.use(s3) });
/** Filers counted by state, for each version. */
export const readiness = ({ env, use }: Root) => readinessStore(env, use(db));
/** Search indexes of roster versions, to read. */
export const search = ({ env, use }: Root) => searchStore(env, use(s3));
/** Writes search indexes. */
export const searchWriter = ({ env, use }: Root) => searchWriterOf(env, use(s3));
/** Deletes search indexes. */
export const removeSearch = ({ env, use }: Root) => searchRemover(env, use(s3));

/** Releases and reminders of phases. */
export const phaseMarks = ({ env, use }: Root) => phaseMarkStore(env, use(db));
/** Starts a phase in another function, without waiting. */
export const startLater = ({ env, clients }: Root) => startLaterBy(env, clients.lambda ?? aws.lambda());
/** Runs. */
export const runs = ({ env, use }: Root) => runStore(env, use(db), use(gate));
/** How far a run is. */
export const progress = (root: Root) => (run: Run) => runProgress(run, root, root.use(db));
/** Counts of runs, as the sweep keeps them. */
export const counts = ({ env, use }: Root) => countStore(env, use(db));
/** The dates that filers were told, for a change of dates. */
export const announcedDates = ({ env, use }: Root) => announcedDatesStore(env, use(db));
/** Chunks: leases and claims. */
export const chunks = ({ env, use }: Root) => chunkStore(env, use(db));
/** Chunks of a run in their order, to read. */
export const chunkRange = ({ env, use }: Root) => chunkRangeOf(env, use(db));
/** How many filers a chunk holds. */
export const chunkSize = () => CHUNK_SIZE;
/** The queue of chunks to send. */
export const queue = (root: Root) => chunkQueue(root, root.use(sqs));
/** The send gate: the rate of all senders, and the holds. */
export const gate = ({ env, clock, use }: Root) =>
  restoredGate(sendGate(env, use(db)), { env, clock, db: use(db) });

/** Whom the launch may email. */
export const recipients = ({ env }: Root): Recipients =>
  recipientsSchema.parse(JSON.parse(required(env, ENV.recipients)));

/** Which notices court staff have been sent. */
export const staffNotices = ({ env, use }: Root) => staffNoticeStore(env, use(db));
/** Where the console is. */
export const consoleOrigin = ({ env }: Root) => required(env, ENV.consoleOrigin);
/** Sends by SES. */
export const mailer = ({ env, use }: Root) => sesMailer(env, use(ses));
/** The account's limits at SES. */
export const quota = ({ clock, use }: Root) => accountQuota({ clock, mailer: use(mailer) });
/** What a run may use of them. */
export const limits = ({ use }: Root) => sendingLimits({ quota: use(quota), planOf: use(planOf) });
/** Addresses that are never emailed again. */
export const suppression = (root: Root) => suppressionStore(root, root.use(db), root.use(suppressionKey));
/** The whole list of suppressed addresses, read at once. */
export const suppressedNow = ({ env, use }: Root) =>
  suppressedReader(env, { db: use(db), key: use(suppressionKey) });
/** The key by which suppressed addresses are hashed. */
export const suppressionKey = ({ env, use }: Root) => suppressionKeyOf(env, use(db));
/** The send log, to append to and to fold. */
export const sendLog = (root: Root) => sendLogStore(root, root.use(db));
/** The send log, page by page. */
export const logReader = ({ env, use }: Root) => logReaderOf(env, use(db));
/** Exports that people ask for. */
export const exports = (root: Root) => exportStore(root, { client: root.use(s3), queues: root.use(sqs) });
/** Writes exports. */
export const exportWriter = ({ env, use }: Root) => exportWriterOf(env, use(s3));

/** Calls to filers. */
export const calls = ({ env, use }: Root) => callStore(env, use(db));

/** Records of erasures. */
export const erasures = ({ env, use }: Root) => erasureStore(env, use(s3));
/** Has recorded erasures done in another function, without waiting. */
export const eraseLater = ({ env, clients }: Root) => eraseLaterBy(env, clients.lambda ?? aws.lambda());
/** Locks of erasures. */
export const eraseLocks = (root: Root) => eraseLocksOf(root, root.use(db));
/** Erases a filer in a version of the roster. */
export const eraseRow = ({ env, use }: Root) => rowEraser(env, use(db));
/** Erases a filer in a run. */
export const eraseSends = ({ env, use }: Root) => sendEraser(env, use(db));
/** Erases the calls to a filer. */
export const eraseCalls = ({ env, use }: Root) => callEraser(env, use(db));
/** Erases an address in the suppression list. */
export const eraseAddress = ({ env, use }: Root) =>
  addressEraser(env, { key: use(suppressionKey), db: use(db) });
/** Deletes files that may name a filer. */
export const removeFiles = ({ env, use }: Root) => fileRemover(env, use(s3));

/** Deletes what people searched for. */
export const removeSearches = ({ env, use }: Root) => searchesRemover(env, use(db));

/** How long data about people is kept. */
export const retention = ({ env }: Root): Retention =>
  retentionSchema.parse(JSON.parse(required(env, ENV.retention)));
/** Gives an end to items of the session table that have none. */
export const endSessions = ({ env, use }: Root) => sessionEnder(env, use(db));
/** What is done with the suppression list as it grows old. */
export const suppressionUpkeep = (root: Root) =>
  suppressionUpkeepOf(root, root.use(db), root.use(suppressionKey));

/** Publishes Crier's events. */
export const events = (root: Root) => eventPublisher(root, root.use(eventBridge));
/** What people did. */
export const auditLog = ({ env, use }: Root) => auditLogOf(env, { db: use(db), client: use(s3) });
/** What people did, to read. */
export const auditReader = (root: Root) => auditReaderOf(root, { db: root.use(db), client: root.use(s3) });
/** The index of what people did. */
export const auditIndex = ({ env, use }: Root) => auditIndexOf(env, { db: use(db), client: use(s3) });
/** Who made requests to AWS. */
export const principals = ({ env, use }: Root) => principalStore(env, use(s3));
/** Dead-letter queues, to redrive. */
export const deadLetters = ({ env, use }: Root) => deadLetterQueues(env, use(sqs));
/** Has messages that failed shown again soon. */
export const retrySoon = ({ env, use }: Root) => retrySoonOf(env, use(sqs));
/** Counts dead letters. */
export const countDeadLetters = ({ env, use }: Root) => deadLetterCounter(env, use(sqs));
/** The access log. */
export const recordAccess = ({ env, clients }: Root) => accessRecorder(env, clients.lambda ?? aws.lambda());
/** How people sign in to the console. */
export const signIn = ({ env }: Root): SignInSettings =>
  signInSchema.parse(JSON.parse(required(env, ENV.signIn)));
/** The accounts of the launch's own user pool. */
export const userPool = ({ env, clients, use }: Root) =>
  userPoolOf(env, { groups: use(signIn), client: clients.cognito ?? aws.cognito() });
/** Changes accounts in another function. */
export const managePeople = ({ env, clients }: Root) => managePeopleBy(env, clients.lambda ?? aws.lambda());
/** One change of accounts at a time. */
export const peopleLock = (root: Root) => peopleLockOf(root, root.use(db));
/** Who got rights lately. */
export const roleGrants = ({ env, use }: Root) => roleGrantStore(env, use(db));
/** Sign-ins of the console. */
export const sessions = ({ env, use }: Root) => sessionStore(env, use(db));
/** Forms of the console that are to be shown again. */
export const keptForms = ({ env, use }: Root) => keptFormStore(env, use(db));
/** What people of the console searched for. */
export const savedSearches = ({ env, use }: Root) => savedSearchStore(env, use(db));
