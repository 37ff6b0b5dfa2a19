// `npm run cloud:bad-hour -- [--seed N] [--clients N] [--transactions N] [--minutes N] [--workers N]`:
// clients work on a local cloud for an hour of its clock while everything goes wrong that can, and a
// checker judges what they have seen.
import { parseArgs } from 'node:util';
import { playBadHour, type PlayedHour } from '../tests/localcloud/bad-hour/play';
import { closeClouds } from '../tests/localcloud/fixture';

const SHOWN_FINDINGS = 20;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      clients: { type: 'string', default: '50' },
      transactions: { type: 'string', default: '400' },
      minutes: { type: 'string', default: '60' },
      workers: { type: 'string', default: '10' },
    },
  });
  const options = {
    seed: Number(values.seed),
    clients: Number(values.clients),
    transactionsPerClient: Number(values.transactions),
    minutes: Number(values.minutes),
    workers: Number(values.workers),
  };
  let tenths = 0;
  const hour = await playBadHour(options, (share) => {
    if (Math.floor(share * 10) <= tenths) return;
    tenths = Math.floor(share * 10);
    console.error(`${tenths * 10} %`);
  });
  await closeClouds();
  console.log(`seed ${options.seed}\n${reportOf(hour)}`);
  if (hour.findings.length > 0) process.exitCode = 1;
}

function reportOf({ attempts, faults, findings, ...hour }: PlayedHour): string {
  const { committed, aborted, unknown } = attempts;
  const shown = findings.slice(0, SHOWN_FINDINGS);
  return [
    `${committed} transactions committed, ${aborted} aborted, ${unknown} without a reply`,
    `${hour.paidOrders} orders paid, ${hour.ticks} ticks, ${hour.requests} requests in ${hour.seconds.toFixed(0)} s`,
    ...faults.rules.map(
      ({ fault, action = 'anywhere', met, fired }) => `  ${fault} (${action}): ${fired} of ${met}`,
    ),
    findings.length === 0 ? 'nothing is wrong' : `${findings.length} findings:`,
    ...shown,
  ].join('\n');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
