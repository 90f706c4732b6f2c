import { allowedDomainsSchema } from '../domain/plan/allowed-domains.ts';
import type { Deployed } from '../domain/plan/parse-plan.ts';
import { type Retention, retentionSchema } from '../domain/retention.ts';
import { CHUNK_SIZE, type Run } from '../domain/run/run.ts';
import { type Recipients, recipientsSchema } from '../domain/send/recipients.ts';
import { type SignInSettings, signInSchema } from '../domain/sign-in.ts';
import { ENV, required } from '../lib/env.ts';
import { accessRecorder } from './access-log.ts';
import { auditIndexOf } from './audit-index.ts';
import { auditLogOf } from './audit-log.ts';
import { auditReaderOf } from './audit-reader.ts';
import { callEraser, callStore } from './calls.ts';
import { chunkQueue } from './chunk-queue.ts';
import { chunkRange as chunkRangeOf } from './chunk-range.ts';
import { chunkStore } from './chunks.ts';
import * as aws from './clients.ts';
import { deadLetterCounter, deadLetterQueues } from './dead-letters.ts';
import { sessionEnder } from './end-sessions.ts';
import { addressEraser } from './erase-address.ts';
import { eraseLater as eraseLaterBy } from './erase-later.ts';
import { eraseLocks as eraseLocksOf } from './erase-locks.ts';
import { rowEraser } from './erase-row.ts';
import { sendEraser } from './erase-sends.ts';
import { erasureStore } from './erasures.ts';
import { eventPublisher } from './event-bus.ts';
import { exportStore, exportWriterOf } from './exports.ts';
import { frozenAudienceStore } from './frozen-audiences.ts';
import { inboxOf } from './inbox.ts';
import { inboxFilesOf } from './inbox-files.ts';
import { keptFormStore } from './kept-forms.ts';
import { mailboxMarks as mailboxMarksOf } from './mailbox-marks.ts';
import { managePeople as managePeopleBy } from './manage-people.ts';
import { oneOffStore } from './one-offs.ts';
import { peopleLock as peopleLockOf } from './people-lock.ts';
import { phaseMarkStore } from './phase-marks.ts';
import { phaseSchedules } from './phase-schedules.ts';
import { runPlanReader } from './plan-cache.ts';
import { planDraftStore } from './plan-drafts.ts';
import { planUploadsOf, uploader } from './plan-uploads.ts';
import { planStore } from './plans.ts';
import { principalStore } from './principals.ts';
import { queuedRetries as queuedRetriesOf } from './queued-retries.ts';
import { readinessStore } from './readiness.ts';
import { fileRemover } from './remove-files.ts';
import { searchesRemover } from './remove-searches.ts';
import { restoredGate } from './restored-gate.ts';
import { retrySoonOf } from './retry-soon.ts';
import { roleGrantStore } from './role-grants.ts';
import type { Root } from './root.ts';
import { rosterInboxOf } from './roster-inbox.ts';
import { reportReader } from './roster-reports.ts';
import { rosterWriter as rosterWriterOf } from './roster-writer.ts';
import { rosterStore } from './rosters.ts';
import { countStore } from './run-counts.ts';
import { runProgress } from './run-progress.ts';
import { runStore } from './runs.ts';
import { savedSearchStore } from './saved-searches.ts';
import { searchRemover, searchStore, searchWriter as searchWriterOf } from './search-index.ts';
import { sendGate } from './send-gate.ts';
import { sendLogStore } from './send-log.ts';
import { logReader as logReaderOf } from './send-log-reader.ts';
import { accountQuota, sendingLimits } from './sending-limits.ts';
import { sesMailer } from './ses.ts';
import { sessionStore } from './sessions.ts';
import { uploadOriginOf, uploadSigner } from './signed-forms.ts';
import { staffNoticeStore } from './staff-notices.ts';
import { startLater as startLaterBy, startNow as startNowBy } from './start-phase.ts';
import { suppressedReader } from './suppressed-now.ts';
import { suppressionKeyOf } from './suppression-key.ts';
import { suppressionUpkeep as suppressionUpkeepOf } from './suppression-upkeep.ts';
import { suppressionStore } from './suppressions.ts';
import { uploadArrivalsOf } from './upload-arrivals.ts';
import { uploadFormsOf } from './upload-forms.ts';
import { userPool as userPoolOf } from './user-pool.ts';

const db = ({ clients }: Root) => clients.db ?? aws.dynamo();
const s3 = ({ clients }: Root) => clients.s3 ?? aws.s3();
const ses = ({ clients }: Root) => clients.ses ?? aws.ses();
const sqs = ({ clients }: Root) => clients.sqs ?? aws.sqs();
const eventBridge = ({ clients }: Root) => clients.eventBridge ?? aws.eventBridge();

// One builder each, under the service's own name: `Services` in pick.ts has the type that each of them returns.

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
/** Where browsers send those forms, past the console: the bucket's scheme and host. */
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
/** Starts a released announcement in that function, and waits for what comes of it. */
export const startNow = ({ env, clients }: Root) => startNowBy(env, clients.lambda ?? aws.lambda());
/** Runs. */
export const runs = ({ env, use }: Root) => runStore(env, use(db), use(gate));
/** How far a run is, in four reads at most; `null` before its audience is counted. */
export const progress = (root: Root) => (run: Run) => runProgress(run, root, root.use(db));
/** Counts of runs, as the sweep keeps them. */
export const counts = ({ env, use }: Root) => countStore(env, use(db));
/** Whom announcements are for, and what each was told. */
export const frozenAudiences = ({ env, use }: Root) => frozenAudienceStore(env, use(db));
/** One-off messages, and their drafts. */
export const oneOffs = ({ env, use }: Root) => oneOffStore(env, use(db));
/** Chunks: leases and claims. */
export const chunks = ({ env, use }: Root) => chunkStore(env, use(db));
/** Chunks of a run in their order, to read. */
export const chunkRange = ({ env, use }: Root) => chunkRangeOf(env, use(db));
/** The retries of many filers at once. */
export const queuedRetries = (root: Root) => queuedRetriesOf(root, root.use(db));
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
/** Where the console is: scheme and host. */
export const consoleOrigin = ({ env }: Root) => required(env, ENV.consoleOrigin);
/** Sends by SES. */
export const mailer = ({ env, use }: Root) => sesMailer(env, use(ses));
/** The account's limits at SES, which is asked at most once a minute. */
export const quota = ({ clock, use }: Root) => accountQuota({ clock, mailer: use(mailer) });
/** The same, with the part of them that the run's launch may use, and its breaker's limits. */
export const limits = ({ use }: Root) => sendingLimits({ quota: use(quota), planOf: use(planOf) });
/** Addresses that are never emailed again. */
export const suppression = (root: Root) => suppressionStore(root, root.use(db), root.use(suppressionKey));
/** The whole list of suppressed addresses, read at once. */
export const suppressedNow = ({ env, use }: Root) =>
  suppressedReader(env, { db: use(db), key: use(suppressionKey) });
/** Marks of mailboxes in lists of filers, and of those suppressed. */
export const mailboxMarks = ({ env, use }: Root) =>
  mailboxMarksOf(env, { db: use(db), key: use(suppressionKey) });
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
/** Changes accounts of that pool in another function; `null` where a provider of the court has them. */
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
