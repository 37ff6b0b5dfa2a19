// What it was measured on, since figures mean nothing without it.
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** Above this share of the cores, other work makes every time longer. */
const BUSY_SHARE = 0.5;
const GIGABYTE = 1_000_000_000;

/** Date, processor, memory and Node; and a warning where other work kept the machine busy. */
export function machineLines(date: Date): string[] {
  const [load = 0] = loadavg();
  const cores = availableParallelism();
  const machine = [
    date.toISOString().slice(0, 10),
    `${cores} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`,
    `${(totalmem() / GIGABYTE).toFixed(0)} GB`,
    `Node ${process.versions.node} on ${process.platform}`,
  ].join(' · ');
  if (load <= cores * BUSY_SHARE) return [machine];
  const warning = `Other work kept the machine busy (load ${load.toFixed(1)} when it began), so times on the clock are longer than its own; requests, sizes and CPU ms hold.`;
  return [machine, warning];
}
