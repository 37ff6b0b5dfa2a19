// `npm run release:check [-- --merchants FILE] [--settings FILE] [--indexes]`: prints what is
// missing before a real release, and fails when something is; docs/release.md explains each item.
import { parseArgs } from 'node:util';
import { collections } from '../src/wxcloud/collections';
import { checkRelease, reportOf } from './release-check/check';
import { indexRequests } from './release-check/database';
import { readFacts } from './release-check/read-facts';
import { readSettings } from './release-check/settings';

function main(): void {
  const { values } = parseArgs({
    options: {
      merchants: { type: 'string' },
      settings: { type: 'string' },
      indexes: { type: 'boolean', default: false },
    },
  });
  const { merchants, settings } = values;
  if (values.indexes) {
    const { cloudEnvironment } = readSettings(settings);
    console.log(JSON.stringify(indexRequests(collections, cloudEnvironment), null, 2));
    return;
  }
  const items = checkRelease(
    readFacts({
      ...(settings !== undefined && { settings }),
      ...(merchants !== undefined && { merchants }),
    }),
  );
  console.log(reportOf(items));
  if (items.some(({ missing }) => missing.length > 0)) process.exitCode = 1;
}

try {
  main();
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 2;
}
