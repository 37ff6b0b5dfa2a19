// A small HTTP client that also works where the tests run in a simulated browser.
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true });

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** GET without a body, POST with one (sent as JSON). */
export function fetchText(
  url: string,
  options: { json?: unknown; headers?: Readonly<Record<string, string>> } = {},
): Promise<HttpAnswer> {
  const body = options.json === undefined ? undefined : JSON.stringify(options.json);
  const headers = {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...options.headers,
  };
  return new Promise((resolve, reject) => {
    const call = request(url, { method: body === undefined ? 'GET' : 'POST', agent, headers });
    call.once('error', reject);
    call.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.once('error', reject);
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    call.end(body);
  });
}

/** As `fetchText`, for an answer that must be 200 and JSON. */
export async function fetchJson<T>(
  url: string,
  options: { json?: unknown; headers?: Readonly<Record<string, string>> } = {},
): Promise<T> {
  const { status, body } = await fetchText(url, options);
  if (status !== 200) throw new Error(`${url} answered ${status}: ${body}`);
  return JSON.parse(body) as T;
}
