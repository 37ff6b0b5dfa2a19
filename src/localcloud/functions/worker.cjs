// The inside of one function instance: loads a bundle and runs one invocation after the other.
// Plain CommonJS, since a worker is started by file name from whatever loads this cloud.
const { parentPort, workerData } = require('node:worker_threads');
const { format } = require('node:util');

const RealDate = Date;
let { fixedMs, skewMs } = workerData;
let invocation = '';

// The function sees the cloud's clock. Instances are real dates; only "now" is another.
function CloudDate(...parts) {
  if (!new.target) return new CloudDate().toString();
  const values = parts.length === 0 ? [CloudDate.now()] : parts;
  return Reflect.construct(RealDate, values, new.target);
}
Object.setPrototypeOf(CloudDate, RealDate);
CloudDate.prototype = RealDate.prototype;
Object.defineProperty(CloudDate, 'length', { value: 7 });
Object.defineProperty(CloudDate, 'name', { value: 'Date' });
CloudDate.now = () => (fixedMs ?? RealDate.now()) + skewMs;
RealDate.prototype.constructor = CloudDate;
globalThis.Date = CloudDate;

// A plain object: the SDK reads the environment many times a request, and each reading of a real
// one asks the system. Only texts are put into it.
process.env = { ...process.env };

for (const level of ['debug', 'error', 'info', 'log', 'trace', 'warn']) {
  console[level] = (...values) => {
    parentPort.postMessage({ kind: 'console', invocation, level, text: format(...values) });
  };
}

process.on('unhandledRejection', (reason) => {
  console.error('unhandled rejection:', reason);
});

let main;
try {
  ({ main } = require(workerData.bundle));
  if (typeof main !== 'function') throw new Error('Cannot find function main in the bundle');
  parentPort.postMessage({ kind: 'ready' });
} catch (error) {
  parentPort.postMessage({ kind: 'broken', error: describe(error) });
}

parentPort.on('message', async (message) => {
  ({ fixedMs, skewMs } = message);
  invocation = message.invocation;
  for (const name of message.unset) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, message.env);
  try {
    const result = await main(JSON.parse(message.event), message.context);
    const text = result === undefined ? 'null' : JSON.stringify(result);
    if (text === undefined) throw new TypeError('The result cannot be serialised');
    parentPort.postMessage({ kind: 'result', invocation: message.invocation, text });
  } catch (error) {
    parentPort.postMessage({
      kind: 'failed',
      invocation: message.invocation,
      error: describe(error),
    });
  }
});

function describe(error) {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: '' };
  return { name: error.name, message: error.message, stack: error.stack ?? '' };
}
