// Where the time of a replay went: each function's runs, requests and milliseconds.
import type { CloudStats, FunctionStats } from '../../src/localcloud';
import { functions } from '../../cloudfunctions/functions';
import type { Replayed } from './replay';

const COLUMNS = ['runs', 'cold', 'requests', 'a bill', 'ms a run', 'in cloud', 'SDK, rules', '%'];
const WIDTH = 11;
const NAME_WIDTH = 24;

type Took = Pick<Replayed, 'bills' | 'seconds' | 'processorSeconds' | 'stats'>;

/**
 * `ms a run` is the time from call to answer, several at once; `in cloud` the part of it in which
 * the cloud was at the run's requests; `SDK, rules` the rest: the function's own work, HTTP, and
 * waiting for the processor. `%` is its part of the time of all functions.
 */
export function breakdownOf({ bills, seconds, processorSeconds, stats }: Took): string {
  const rows = groupsOf(stats).flatMap(({ title, members }) => [
    row(title, members, { stats, bills }),
    ...members.map(([name, one]) => row(`  ${name}`, [[name, one]], { stats, bills })),
  ]);
  const rate = perOne(bills, seconds).toFixed(1);
  const summary = [
    `  ${bills} bills in ${seconds.toFixed(0)} s: ${rate} a second`,
    `${perOne(stats.requests, bills).toFixed(1)} requests each`,
    `${perOne(processorSeconds * 1000, bills).toFixed(1)} ms of the processor each`,
    `${perOne(processorSeconds, seconds).toFixed(2)} processors busy`,
  ].join(', ');
  return [line('', COLUMNS), ...rows, summary].join('\n');
}

type Member = readonly [name: string, stats: Readonly<FunctionStats>];

/** Those that people and WeChat Pay call, and those that a timer calls. */
function groupsOf(stats: CloudStats): { title: string; members: Member[] }[] {
  const all = Object.entries(stats.functions);
  const isTimer = ([name]: Member): boolean => functions[name]?.timer !== undefined;
  return [
    { title: 'payments', members: all.filter((member) => !isTimer(member)) },
    { title: 'timers', members: all.filter(isTimer) },
  ];
}

function row(
  name: string,
  members: readonly Member[],
  { stats, bills }: { stats: CloudStats; bills: number },
): string {
  const sum = (list: readonly Member[], of: (one: Readonly<FunctionStats>) => number): number =>
    list.reduce((total, [, one]) => total + of(one), 0);
  const runs = sum(members, (one) => one.invocations);
  const requests = sum(members, (one) => one.requests);
  const ms = sum(members, (one) => one.ms);
  const cloudMs = sum(members, (one) => one.cloudMs);
  const allMs = sum(Object.entries(stats.functions), (one) => one.ms);
  return line(name, [
    String(runs),
    String(sum(members, (one) => one.coldStarts)),
    String(requests),
    perOne(requests, bills).toFixed(1),
    perOne(ms, runs).toFixed(1),
    perOne(cloudMs, runs).toFixed(1),
    perOne(ms - cloudMs, runs).toFixed(1),
    perOne(ms * 100, allMs).toFixed(0),
  ]);
}

function line(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(NAME_WIDTH)}${cells.map((cell) => cell.padStart(WIDTH)).join('')}`;
}

function perOne(sum: number, count: number): number {
  return sum / Math.max(count, Number.EPSILON);
}
