// Answers at once, and does nothing else: what the SDK and HTTP cost. Its argument is a file with
// the answers of each path: below /3 those of the fourth list, in turns.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveAsChild } from './child';

const [file = ''] = process.argv.slice(2);
const recorded = JSON.parse(readFileSync(file, 'utf8')) as string[][];
const turns = recorded.map((texts) => ({
  answers: texts.map((text) => Buffer.from(text)),
  next: 0,
}));

const server = createServer((request, response) => {
  request.resume();
  request.once('end', () => {
    const turn = turns[Number.parseInt((request.url ?? '').slice(1), 10)];
    const answer = turn?.answers[turn.next++ % turn.answers.length];
    if (answer === undefined) throw new Error(`nothing was recorded for ${request.url ?? ''}`);
    const headers = { 'content-type': 'application/json', 'content-length': answer.length };
    response.writeHead(200, headers).end(answer);
  });
});
server.keepAliveTimeout = 120_000;

void serveAsChild(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
