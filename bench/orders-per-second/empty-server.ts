// Answers every request at once with the answer that was recorded for it, and does nothing else:
// what the SDK and HTTP alone cost.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export class EmptyServer {
  /** Bytes of all request bodies so far. */
  receivedBytes = 0;
  receivedCalls = 0;

  private constructor(
    private readonly server: Server,
    private readonly answers: readonly Buffer[],
  ) {}

  /** The answer to a POST below /3 is the one at index 3. */
  static async start(answers: readonly Buffer[]): Promise<EmptyServer> {
    const server = createServer();
    const empty = new EmptyServer(server, answers);
    server.on('request', (request, response) => {
      request.on('data', (part: Buffer) => (empty.receivedBytes += part.length));
      request.once('end', () => {
        empty.receivedCalls += 1;
        const answer = empty.#answerTo(request.url ?? '');
        const headers = { 'content-type': 'application/json', 'content-length': answer.length };
        response.writeHead(200, headers).end(answer);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return empty;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  #answerTo(path: string): Buffer {
    const answer = this.answers[Number.parseInt(path.slice(1), 10)];
    if (answer === undefined) throw new Error(`nothing was recorded for ${path}`);
    return answer;
  }
}
