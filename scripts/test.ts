// `npm test`: verify, build, all tests; ends with the line `N passed, N failed, N skipped`, where
// a check or a build that fails counts as one. Arguments go to jest
// (`npm test -- --selectProjects domain`); then verify is left out.
import { h5Step, weappStep } from './build/app';
import { functionsStep } from './build/functions';
import { buildIfStale } from './build/step';
import { HOW_TO_GET_CHROMIUM, findChromium } from './chromium';
import { browserTestFiles } from './test/browser-test-files';
import { type Tally, addTallies, countTests, runJest } from './test/jest-run';
import { runCommand } from './test/run-command';

interface Check {
  readonly name: string;
  readonly run: () => Promise<void>;
}

async function main(args: readonly string[]): Promise<void> {
  const leftOut = findChromium() === null ? browserTestFiles() : [];
  const failures: string[] = [];
  for (const { name, run } of checksBefore(args)) {
    const fault = await faultOf(run);
    if (fault !== null) failures.push(`${name} failed: ${fault}`);
  }
  const tests = await runJest({ args, leftOut });
  const skipped = isWhole(args) && leftOut.length > 0 ? await countTests(leftOut) : 0;
  const tally = addTallies(tests, { passed: 0, failed: failures.length, skipped });
  report(tally, [...failures, ...omissions({ args, leftOut })]);
}

const isWhole = (args: readonly string[]): boolean => args.length === 0;

function checksBefore(args: readonly string[]): Check[] {
  const verify: Check = { name: 'npm run verify', run: () => runCommand('npm', ['run', 'verify']) };
  const steps = needApp(args) ? [functionsStep, h5Step, weappStep] : [functionsStep];
  const builds = steps.map((step): Check => {
    return { name: `build of ${step.name}`, run: () => buildIfStale(step, console.log) };
  });
  return isWhole(args) ? [verify, ...builds] : builds;
}

/** Only two projects open the built app. */
const needApp = (args: readonly string[]): boolean =>
  !args.includes('--selectProjects') || args.includes('miniprogram') || args.includes('e2e');

async function faultOf(run: () => Promise<void>): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}

function omissions(options: { args: readonly string[]; leftOut: readonly string[] }): string[] {
  const { args, leftOut } = options;
  const lines = isWhole(args) ? [] : ['Left out, since arguments were given: npm run verify.'];
  if (leftOut.length === 0) return lines;
  const files = leftOut.join(', ');
  return [
    ...lines,
    `Left out, since no Chromium was found: ${files}. To run them, ${HOW_TO_GET_CHROMIUM}.`,
  ];
}

function report(tally: Tally, lines: readonly string[]): void {
  for (const line of lines) console.log(`\n${line}`);
  if (tally.failed > 0) process.exitCode = 1;
  console.log(`\n${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
}

main(process.argv.slice(2)).catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
});
