// Runs the tests' cloud as a process of its own: `run-test-cloud.ts '{"clock":…}'` prints the
// address as one JSON line when it is ready.
import { closeOnSignals } from '../../scripts/cloud/close-on-signals';
import { type TestCloudOptions, startTestCloud } from './cloud';

async function main(): Promise<void> {
  const cloud = await startTestCloud(JSON.parse(process.argv[2] ?? '{}') as TestCloudOptions);
  closeOnSignals(cloud);
  process.on('exit', () => process.stderr.write(cloud.log.join('\n')));
  process.stdout.write(`${JSON.stringify(cloud.address)}\n`);
}

void main();
