/** An email that SES took. */
export interface Accepted {
  readonly messageId: string;
  readonly run: string;
  readonly filer: string;
  readonly attempt: string;
  readonly to: string;
  readonly at: number;
  /** Days that its text names, `November 5, 2018`. */
  readonly days: readonly string[];
}

/** What is outside of the functions, as the simulation sees it. */
export interface Outside {
  readonly accepted: Accepted[];
  /** Bodies of messages that wait in the queue of chunks. */
  readonly messages: string[];
  /** Kinds and details of events put on the bus. */
  readonly events: { readonly kind: string; readonly detail: Record<string, unknown> }[];
  maxSendRate: number;
  max24HourSend: number;
}

export interface Answer {
  readonly statusCode: number;
  readonly body: string;
  readonly type: string;
}

export interface Request {
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

export function bodyOf({ body }: Request): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body as Uint8Array);
}

/** The XML namespace of SES's answers. */
const SES_XML = 'http://ses.amazonaws.com/doc/2010-12-01/';

/** SES, SQS and EventBridge, as far as sending needs them. */
export const SERVICES = {
  SES: {
    label: (request: Request) => {
      const form = new URLSearchParams(bodyOf(request));
      return [form.get('Action'), form.get('Tags.member.2.Value')?.slice(0, 4)].filter(Boolean).join(' ');
    },
    throttle: xmlError('Throttling', 'Maximum sending rate exceeded.'),
    handle: (request: Request, outside: Outside, now: number): Answer => {
      const form = new URLSearchParams(bodyOf(request));
      if (form.get('Action') === 'GetSendQuota') {
        const quota = [
          `<Max24HourSend>${outside.max24HourSend}</Max24HourSend>`,
          `<MaxSendRate>${outside.maxSendRate}</MaxSendRate>`,
          `<SentLast24Hours>${outside.accepted.length}</SentLast24Hours>`,
        ].join('');
        return xml('GetSendQuota', quota);
      }
      const messageId = `m-${outside.accepted.length + 1}`;
      const tags = Object.fromEntries(
        [1, 2, 3].map((n) => [form.get(`Tags.member.${n}.Name`), form.get(`Tags.member.${n}.Value`) ?? '']),
      ) as { run: string; filer: string; attempt: string };
      const to = form.get('Destinations.member.1') ?? '';
      outside.accepted.push({ messageId, ...tags, to, at: now, days: daysIn(form) });
      return xml('SendRawEmail', `<MessageId>${messageId}</MessageId>`);
    },
  },
  SQS: {
    label: () => 'SendMessageBatch',
    throttle: json(400, { __type: 'com.amazonaws.sqs#RequestThrottled', message: 'the simulation' }),
    handle: (request: Request, outside: Outside): Answer => {
      const { Entries } = JSON.parse(bodyOf(request)) as { Entries: { Id: string; MessageBody: string }[] };
      outside.messages.push(...Entries.map(({ MessageBody }) => MessageBody));
      const done = Entries.map(({ Id }) => ({ Id, MessageId: Id, MD5OfMessageBody: '' }));
      return json(200, { Successful: done, Failed: [] });
    },
  },
  EventBridge: {
    label: (request: Request) => `PutEvents ${putEvents(request).map(({ DetailType }) => DetailType)}`,
    throttle: json(400, { __type: 'ThrottlingException', message: 'the simulation' }),
    handle: (request: Request, outside: Outside): Answer => {
      const entries = putEvents(request);
      for (const { DetailType, Detail } of entries) {
        outside.events.push({ kind: DetailType, detail: JSON.parse(Detail) });
      }
      return json(200, { FailedEntryCount: 0, Entries: entries.map(() => ({ EventId: 'e' })) });
    },
  },
};

/** Days in the plain text, which is quoted-printable with soft line breaks. */
function daysIn(form: URLSearchParams): string[] {
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64').toString();
  const text = raw
    .slice(0, raw.indexOf('text/html'))
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/\s+/g, ' ');
  return [...new Set(text.match(/(October|November) \d+, 2018/g) ?? [])];
}

function putEvents(request: Request): { DetailType: string; Detail: string }[] {
  return JSON.parse(bodyOf(request)).Entries;
}

function json(statusCode: number, body: unknown): Answer {
  return { statusCode, body: JSON.stringify(body), type: 'application/x-amz-json-1.1' };
}

function xml(action: string, result: string): Answer {
  const inner = `<${action}Result>${result}</${action}Result>`;
  const body = `<${action}Response xmlns="${SES_XML}">${inner}</${action}Response>`;
  return { statusCode: 200, body, type: 'text/xml' };
}

export function xmlError(code: string, message: string): Answer {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
  const body = `<ErrorResponse xmlns="${SES_XML}">${error}</ErrorResponse>`;
  return { statusCode: 400, body, type: 'text/xml' };
}
