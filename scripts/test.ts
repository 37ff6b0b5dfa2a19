// `npm test`: verify, build, all tests; ends with the line `N passed, N failed, N skipped`.
// Arguments go to jest (`npm test -- --selectProjects domain`); verify is left out then.
import { h5Step, weappStep } from './build/app';
import { functionsStep } from './build/functions';
import { type BuildStep, buildIfStale } from './build/step';
import { HOW_TO_GET_CHROMIUM, findChromium } from './chromium';
import { browserTestFiles } from './test/browser-test-files';
import { type Tally, addTallies, countTests, runJest } from './test/jest-run';
import { runCommand } from './test/run-command';

async function main(args: readonly string[]): Promise<void> {
  const isWhole = args.length === 0;
  const notes: string[] = [];
  let tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  const check = async (name: string, run: () => Promise<void>): Promise<void> => {
    const fault = await faultOf(run);
    if (fault === null) return;
    notes.push(`${name} failed: ${fault}`);
    tally = addTallies(tally, { passed: 0, failed: 1, skipped: 0 });
  };

  if (isWhole) await check('npm run verify', () => runCommand('npm', ['run', 'verify']));
  else notes.push('Left out: npm run verify, since arguments were given.');
  for (const step of [functionsStep, h5Step, weappStep]) await check(step.name, () => build(step));

  const leftOut = findChromium() === null ? browserTestFiles() : [];
  tally = addTallies(tally, await runJest({ args, leftOut }));
  if (leftOut.length > 0) {
    const skipped = isWhole ? await countTests(leftOut) : 0;
    tally = addTallies(tally, { passed: 0, failed: 0, skipped });
    notes.push(
      `Left out, since no Chromium was found: ${leftOut.join(', ')}. To run them ${HOW_TO_GET_CHROMIUM}.`,
    );
  }
  report(tally, notes);
}

const build = (step: BuildStep): Promise<void> => buildIfStale(step, console.log);

async function faultOf(run: () => Promise<void>): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}

function report(tally: Tally, notes: readonly string[]): void {
  for (const note of notes) console.log(`\n${note}`);
  if (tally.failed > 0) process.exitCode = 1;
  console.log(`\n${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
}

void main(process.argv.slice(2));
