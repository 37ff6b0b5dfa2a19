// The server that does nothing: it gives the answers that the cloud once gave.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SdkDatabase } from '../../src/wxcloud/sdk';
import { RecordingProxy } from '../orders-per-second/recording-proxy';
import { Child } from './child';
import { PLACES, SMALL } from './documents';
import { type Operation, operations } from './operations';
import { pointSdkAt } from './sdk';

export interface Empty {
  readonly child: Child;
  urlOf(operation: Operation): string;
}

/** Records each operation once at the cloud and starts the server on that. */
export async function startEmpty({
  db,
  cloud,
  dataDir,
}: {
  db: SdkDatabase;
  cloud: Child;
  dataDir: string;
}): Promise<Empty> {
  const answers = await recordAnswers(db, cloud);
  const file = join(dataDir, 'answers.json');
  writeFileSync(file, JSON.stringify(answers));
  const child = await Child.start(require.resolve('./serve-empty'), [file]);
  return { child, urlOf: (operation) => `${child.url}/${operations.indexOf(operation)}` };
}

/** By operation, the answers to its requests in their order. */
async function recordAnswers(db: SdkDatabase, cloud: Child): Promise<string[][]> {
  const proxy = await RecordingProxy.start();
  const { origin, pathname } = new URL(cloud.url);
  proxy.target = origin;
  pointSdkAt(proxy.url + pathname);
  const answers: string[][] = [];
  for (const operation of operations) {
    const collection = operation.on === 'orders' ? SMALL : PLACES;
    await operation.call(db, { collection, numbers: [1, 2, 3] });
    answers.push(proxy.takeCalls().map(({ answer }) => answer.toString('utf8')));
  }
  proxy.close();
  return answers;
}
