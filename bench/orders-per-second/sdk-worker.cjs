// A worker that sends recorded calls through the unmodified SDK, as a function's instance would.
// Plain CommonJS, since a worker is started by file name.
const { parentPort, workerData } = require('node:worker_threads');
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const database = cloud.database({ throwOnNotFound: false });
let transaction;

async function send(call) {
  const on = call.isInTransaction ? transaction : database;
  switch (call.kind) {
    case 'start':
      transaction = await database.startTransaction();
      return;
    case 'commit':
      return transaction.commit();
    case 'get':
      return on.collection(call.collection).doc(call.id).get();
    case 'find':
      return on.collection(call.collection).where(call.where).limit(call.limit).get();
    case 'add':
      return on.collection(call.collection).add({ data: call.data });
    case 'set':
      return on.collection(call.collection).doc(call.id).set({ data: call.data });
    case 'pay':
      return cloud.cloudPay.unifiedOrder(call.request);
    default:
      throw new Error(`unknown call ${call.kind}`);
  }
}

/** `calls` are [index of the recorded answer, call]. */
async function sendAll({ calls, times }) {
  for (let time = 0; time < times; time += 1) {
    for (const [index, call] of calls) {
      process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `${workerData.url}/${index}` });
      await send(call);
    }
  }
  parentPort.postMessage('done');
}

parentPort.on('message', sendAll);
parentPort.postMessage('ready');
