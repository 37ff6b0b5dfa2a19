// `npm run bench [-- --quick] [-- --only NAME]`: measures what DESIGN budgets, prints tables, and
// after a whole run writes bench/results.md.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { benches } from '../bench/benches';
import { machineLines } from '../bench/machine';
import { consoleTable, markdownTable, verdict } from '../bench/report';
import type { Bench, Section } from '../bench/section';
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
  const chosen = only.length === 0 ? Object.values(benches) : only.map(benchOf);
  await buildIfStale(functionsStep, console.error);
  // A build that fails is told before anything is measured.
  if (only.length === 0) await buildIfStale(weappStep, console.error);
  const machine = machineLines(new Date());
  console.log(machine.join('\n'));
  const sections: Section[] = [];
  for (const bench of chosen) {
    const section = await bench({ quick, say: console.error });
    sections.push(section);
    console.log(consoleTable(section));
  }
  console.log(['', ...verdict(sections)].join('\n'));
  if (!quick && only.length === 0) await writeResults(machine, sections);
}

function benchOf(name: string): Bench {
  const bench = benches[name];
  if (bench === undefined) {
    throw new Error(`there is no bench ${name}, but ${Object.keys(benches).join(', ')}`);
  }
  return bench;
}

async function writeResults(
  machine: readonly string[],
  sections: readonly Section[],
): Promise<void> {
  const [kept = '', ...missed] = verdict(sections);
  const text = [
    '# What it costs and how fast it is',
    'Written by `npm run bench`.',
    ...machine,
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
