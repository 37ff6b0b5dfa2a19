// A worker thread that plays some clients through the real SDK. Each has an address of its own, so
// that the cloud draws its faults apart; the SDK reads the address from the environment, which is
// the client's whose turn it is.
import { AsyncLocalStorage } from 'node:async_hooks';
import { parentPort, workerData } from 'node:worker_threads';
import { sdk, sdkEnvironment, testEnv } from '../fixture';
import { BadHourClient, type Surroundings } from './client';
import type { FromWorker, WorkerData } from './plan';

const { url, admin, env, options, clients } = workerData as WorkerData;
const addressOfTurn = new AsyncLocalStorage<string>();

process.env = new Proxy<Record<string, string | undefined>>(
  { ...process.env, ...sdkEnvironment(admin) },
  {
    get: (values, name) =>
      name === 'TCB_CONTEXT_CNFG'
        ? JSON.stringify({ URL: addressOfTurn.getStore() ?? admin })
        : values[String(name)],
  },
);
sdk.init({ env: testEnv });

const tell = (message: FromWorker) => parentPort?.postMessage(message);

const surroundings: Surroundings = {
  db: sdk.database(),
  callFunction: async (name, data) => (await sdk.callFunction({ name, data })).result,
  pay: async (order) => {
    const made = await sdk.cloudPay['unifiedOrder']?.({
      ...order,
      ...{ subMchId: '1900000109', body: '面', spbillCreateIp: '127.0.0.1' },
      ...{ envId: env, functionName: 'paid' },
    });
    await fetch(`${url}/cashier/${String(made?.['prepayId'])}`, {
      method: 'POST',
      headers: { 'x-openid': String(addressOfTurn.getStore()).split('/').at(-1) ?? '' },
      body: JSON.stringify({ outcome: 'pay' }),
    });
  },
  tick: () => Number(process.hrtime.bigint()),
  onAttempt: () => tell({ kind: 'attempt' }),
};

const playing = clients.map((number) => {
  const name = `client${number}`;
  const client = new BadHourClient(name, options, surroundings);
  return addressOfTurn.run(`${admin}/as/${name}`, () => client.play());
});
void Promise.all(playing).then((histories) => {
  tell({ kind: 'done', histories });
});
