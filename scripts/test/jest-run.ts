// Runs jest in a process of its own and counts what it did.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { inProject } from '../paths';
import { exitCodeOf } from './run-command';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The fields of jest's JSON report that count. */
interface Report {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Files that could not be run at all. */
  readonly numRuntimeErrorTestSuites: number;
}

const MAX_WORKERS = 2;

export const addTallies = (one: Tally, other: Tally): Tally => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
});

/** Runs the tests that the arguments select, without the files left out. */
export async function runJest(options: {
  args: readonly string[];
  leftOut: readonly string[];
}): Promise<Tally> {
  const { args, leftOut } = options;
  const ignored = leftOut.flatMap((file) => ['--testPathIgnorePatterns', escaped(file)]);
  const report = await jestReport([`--maxWorkers=${MAX_WORKERS}`, ...ignored, ...args]);
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !report.success ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** How many tests the files hold; none of them is run. */
export async function countTests(files: readonly string[]): Promise<number> {
  const name = 'a name that no test has';
  const report = await jestReport(['--silent', '--testNamePattern', name, ...files.map(escaped)]);
  return report?.numPendingTests ?? 0;
}

async function jestReport(args: readonly string[]): Promise<Report | null> {
  const file = inProject('.cache', 'test', 'report.json');
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const jest = inProject('node_modules', 'jest', 'bin', 'jest.js');
  await exitCodeOf(process.execPath, [jest, '--json', `--outputFile=${file}`, ...args]);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch (fault) {
    console.error(`jest left no report: ${String(fault)}`);
    return null;
  }
}

const escaped = (file: string): string => file.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
