// Stands between the SDK and a local cloud and keeps what passes: requests and their answers.
import { Agent, createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call of the SDK and what the cloud answered. */
export interface RecordedCall {
  readonly contentType: string;
  readonly body: Buffer;
  readonly answer: Buffer;
}

export class RecordingProxy {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #calls: RecordedCall[] = [];
  /** Origin of the cloud, known once it has started. */
  target = '';

  private constructor(private readonly server: Server) {}

  static async start(): Promise<RecordingProxy> {
    const server = createServer();
    const proxy = new RecordingProxy(server);
    server.on('request', (incoming: IncomingMessage, response) => {
      proxy.#pass(incoming).then(
        (answer) => response.writeHead(200, { 'content-type': 'application/json' }).end(answer),
        (fault: unknown) => response.writeHead(502).end(String(fault)),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What has passed since it was last asked. */
  takeCalls(): RecordedCall[] {
    return this.#calls.splice(0);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
    this.#agent.destroy();
  }

  async #pass(incoming: IncomingMessage): Promise<Buffer> {
    const contentType = incoming.headers['content-type'] ?? '';
    const body = await readAll(incoming);
    const answer = await this.#send(incoming.url ?? '/', { contentType, body });
    this.#calls.push({ contentType, body, answer });
    return answer;
  }

  #send(path: string, { contentType, body }: { contentType: string; body: Buffer }) {
    return new Promise<Buffer>((resolve, reject) => {
      const headers = { 'content-type': contentType, 'content-length': body.length };
      const options = { method: 'POST', agent: this.#agent, headers };
      const call = request(`${this.target}${path}`, options, (answer) => {
        readAll(answer).then(resolve, reject);
      });
      call.once('error', reject);
      call.end(body);
    });
  }
}

async function readAll(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
