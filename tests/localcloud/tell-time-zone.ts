// A cloud in a process of its own that tells which time zone its functions see; with an argument,
// the process takes that zone first, as `npm run cloud` does.
import { startLocalCloud } from '../../src/localcloud';
import { functionsFolder, removeFolders, temporaryFolder } from './fixture';

async function tell(): Promise<void> {
  const [zone] = process.argv.slice(2);
  if (zone !== undefined) process.env['TZ'] = zone;
  const warnings: string[] = [];
  const cloud = await startLocalCloud({
    ...{ port: 0, dataDir: temporaryFolder(), env: 'zone', appId: 'wx0', collections: [] },
    functionsDir: functionsFolder({
      zone: {
        main: `async () => {
          const midnight = new Date(2026, 6, 1);
          return { midnight: midnight.toISOString(), offset: midnight.getTimezoneOffset() };
        }`,
      },
    }),
    log: (line) => {
      if (line.startsWith('WARNING')) warnings.push(line);
    },
  });
  const seen = (await cloud.call('zone', {}, { openid: 'oAlice' })) as object;
  await cloud.close();
  removeFolders();
  console.log(JSON.stringify({ warnings, ...seen }));
  process.exit();
}

void tell();
