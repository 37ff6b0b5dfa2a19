// What it was measured on, since figures mean nothing without it.
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

const GIGABYTE = 1_000_000_000;

/** One line: date, processor, memory, Node, and how busy the machine was with other work. */
export function machineLine(date: Date): string {
  const [load = 0] = loadavg();
  return [
    date.toISOString().slice(0, 10),
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`,
    `${(totalmem() / GIGABYTE).toFixed(0)} GB`,
    `Node ${process.versions.node} on ${process.platform}`,
    `load ${load.toFixed(1)} when it began`,
  ].join(' · ');
}
