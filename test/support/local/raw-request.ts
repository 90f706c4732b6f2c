import { request } from 'node:http';

/** What a server answered. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A request with any headers: `fetch` lets no one set Host, Origin or Sec-Fetch-Site. @param path sent as it is */
export function rawRequest(
  url: string,
  {
    method = 'GET',
    headers = {},
    body = '',
    path,
  }: {
    method?: string;
    headers?: Readonly<Record<string, string>>;
    body?: string | Buffer;
    path?: string;
  } = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method, headers, agent: false, ...(path !== undefined && { path }) },
      (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('error', reject);
        answer.on('end', () => {
          const { statusCode: status = 0 } = answer;
          resolve({ status, headers: answer.headers, body: Buffer.concat(pieces).toString() });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
