// From nothing until a function's first answer: in a worker as the local cloud starts it, and in a
// process of its own as the cloud does.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { functions } from '../cloudfunctions/functions';
import { functionsDir } from '../scripts/paths';
import { type BenchCloud, withBenchCloud } from './bench-cloud';
import { answerOfProcess, type FirstCall } from './cold-start/instance-process';
import { inRounds } from './quantiles';
import { timesOf } from './sample';
import type { Bench, Row } from './section';
import { benchShop, CITY_CENTRE } from './shops';

const MOST_MS = 600;
const KILOBYTE = 1000;
const PERSON = 'somebody';

export const coldStart: Bench = async ({ quick, say }) => {
  const rows = await inRounds(quick ? 1 : 5, async (round) => {
    say(`cold start: round ${round + 1}`);
    return withBenchCloud(measureAll);
  });
  return {
    title: 'Cold start of each function',
    note: 'From starting the worker, or the process, until the first answer with its requests; one after the other.',
    columns: ['bundle kB', 'worker ms', 'worker CPU ms', 'process ms'],
    rows,
  };
};

async function measureAll(cloud: BenchCloud): Promise<Row[]> {
  const rows: Row[] = [];
  for (const name of Object.keys(functions)) {
    const bundle = join(functionsDir, name, 'index.js');
    const inWorker = await timesOf(await firstCallOf(cloud, name));
    const inProcess = await timesOf(() => mustBeGood(answerOfProcess(cloud.cloud, callOf(name))));
    rows.push({
      name,
      figures: {
        'bundle kB': statSync(bundle).size / KILOBYTE,
        'worker ms': inWorker.ms,
        'worker CPU ms': inWorker.cpuMs,
        'process ms': inProcess.ms,
      },
      budgets: [
        { of: 'worker ms', atMost: MOST_MS },
        { of: 'process ms', atMost: MOST_MS },
      ],
    });
  }
  return rows;
}

/** What starts the function's first worker; `payments` is started by a paid order. */
async function firstCallOf(cloud: BenchCloud, name: string): Promise<() => Promise<unknown>> {
  const { event, source } = callOf(name);
  switch (source) {
    case 'wx_client':
      return () => mustBeGood(cloud.cloud.call(name, event, { openid: PERSON }));
    case 'wx_trigger':
      return () => mustBeGood(cloud.cloud.invokeTimer(name));
    case 'wx_paycallback': {
      const placed = await cloud.place(PERSON, { amountFen: 5000 });
      return async () => {
        await cloud.pay(PERSON, placed);
        await cloud.untilPosted();
      };
    }
  }
}

const quote = {
  action: 'quote',
  input: { merchantCode: benchShop.code, amountFen: 5000 },
};
const around = { action: 'merchants', input: { position: CITY_CENTRE, radiusMetres: 3000 } };
/** A callback for an order that there is not: it is looked up, and answered. */
const callback = {
  ...{ returnCode: 'SUCCESS', resultCode: 'SUCCESS', outTradeNo: '0'.repeat(32), totalFee: 5000 },
  ...{ subMchId: benchShop.subMchId, openid: PERSON, transactionId: '4200000000' },
};
const clientEvents: Readonly<Record<string, object>> = {
  nearby: around,
  orders: quote,
  wallet: { action: 'summary', input: {} },
  account: { action: 'listTickets', input: {} },
  campaigns: { action: 'list', input: { merchantCode: benchShop.code } },
  merchant: { action: 'shops', input: {} },
  messages: { action: 'inbox', input: {} },
};

function callOf(name: string): FirstCall {
  if (functions[name]?.timer !== undefined) return { name, event: {}, source: 'wx_trigger' };
  if (name === 'payments') return { name, event: callback, source: 'wx_paycallback' };
  const event = clientEvents[name];
  if (event === undefined) throw new Error(`${name} has no first call in bench/cold-start.ts`);
  return { name, event, source: 'wx_client' };
}

async function mustBeGood(answer: Promise<unknown>): Promise<void> {
  const { ok, error } = (await answer) as { ok?: boolean; error?: unknown };
  if (ok === false) throw new Error(`a first call was refused: ${JSON.stringify(error)}`);
}
