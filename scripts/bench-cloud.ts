// `npm run bench:cloud [-- --quick]`: measures the local cloud itself through the unmodified SDK,
// prints tables, and after a whole run writes bench/cloud-results.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { cloudBench } from '../bench/cloud/cloud-bench';
import { machineLines } from '../bench/machine';
import { consoleTable, markdownTable, verdict } from '../bench/report';
import type { Section } from '../bench/section';
import { inProject } from './paths';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
  const machine = machineLines(new Date());
  console.log(machine.join('\n'));
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-cloud-'));
  try {
    const sections = await cloudBench({ dataDir, quick: values.quick, say: console.error });
    console.log([...sections.map(consoleTable), '', ...verdict(sections)].join('\n'));
    if (!values.quick) await writeResults(machine, sections);
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}

async function writeResults(machine: readonly string[], sections: readonly Section[]) {
  const [kept = '', ...missed] = verdict(sections);
  const text = [
    '# How fast the local cloud is',
    'Written by `npm run bench:cloud`.',
    ...machine,
    [kept, missed.map((line) => `- ${line}`).join('\n')].join('\n\n'),
    ...sections.map(markdownTable),
  ].join('\n\n');
  const file = inProject('bench', 'cloud-results.md');
  writeFileSync(file, await format(text, { parser: 'markdown', filepath: file }));
  console.log(`\nwritten: ${file}`);
}

main().then(
  // The SDK's connections would hold this process for a while.
  () => process.exit(),
  (fault: unknown) => {
    console.error(fault);
    process.exit(1);
  },
);
