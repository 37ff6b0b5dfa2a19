// `npm run bench [-- --quick] [-- --only NAME]`: measures what DESIGN budgets, prints tables, and
// after a whole run writes bench/results.md.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { benches } from '../bench/benches';
import { machineLines } from '../bench/machine';
import { consoleTable, markdownTable, verdict } from '../bench/report';
import type { Bench, BenchOptions, Section } from '../bench/section';
import { weappStep } from './build/app';
import { functionsStep } from './build/functions';
import { buildIfStale } from './build/step';
import { inProject } from './paths';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  const { quick, only } = values;
  const chosen = (only.length === 0 ? Object.keys(benches) : only).map(benchOf);
  await buildIfStale(functionsStep, console.error);
  // A build that fails is told before anything is measured.
  if (only.length === 0) await buildIfStale(weappStep, console.error);
  const machine = machineLines(new Date());
  console.log(machine.join('\n'));
  const { sections, faults } = await runAll(chosen, { quick, say: console.error });
  console.log(['', ...verdict(sections), ...faults].join('\n'));
  if (faults.length > 0) process.exitCode = 1;
  if (!quick && only.length === 0) await writeResults([...machine, ...faults], sections);
}

/** Runs one after the other; one that fails is told, and the others still run. */
async function runAll(
  chosen: readonly NamedBench[],
  options: BenchOptions,
): Promise<{ sections: readonly Section[]; faults: readonly string[] }> {
  const sections: Section[] = [];
  const faults: string[] = [];
  for (const { name, bench } of chosen) {
    try {
      const section = await bench(options);
      sections.push(section);
      console.log(consoleTable(section));
    } catch (fault) {
      console.error(fault);
      faults.push(`The bench ${name} failed: ${String(fault)}`);
    }
  }
  return { sections, faults };
}

interface NamedBench {
  readonly name: string;
  readonly bench: Bench;
}

function benchOf(name: string): NamedBench {
  const bench = benches[name];
  if (bench === undefined) {
    throw new Error(`there is no bench ${name}, but ${Object.keys(benches).join(', ')}`);
  }
  return { name, bench };
}

async function writeResults(head: readonly string[], sections: readonly Section[]): Promise<void> {
  const [kept = '', ...missed] = verdict(sections);
  const text = [
    '# What it costs and how fast it is',
    'Written by `npm run bench`.',
    ...head,
    [kept, missed.map((line) => `- ${line}`).join('\n')].join('\n\n'),
    'Times are medians of several rounds; requests are the most that any sample needed. Requests are what a function sends to the cloud, which is what is paid for there. CPU ms is processor time of cloud, functions and callers together; it tells more than the clock where other work ran beside.',
    ...sections.map(markdownTable),
  ].join('\n\n');
  const file = inProject('bench', 'results.md');
  writeFileSync(file, await format(text, { parser: 'markdown', filepath: file }));
  console.log(`\nwritten: ${file}`);
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? (fault.stack ?? fault.message) : fault);
  process.exitCode = 1;
});
