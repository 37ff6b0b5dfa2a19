// A cloud in a process of its own, to be killed: prints its address and serves until then.
import { startLocalCloud } from '../../src/localcloud';

const dataDir = process.argv[2];
if (dataDir === undefined) throw new Error('where is the data?');

void startLocalCloud({
  port: 0,
  dataDir,
  env: 'local-test',
  appId: 'wx0000000000000000',
  collections: [
    {
      name: 'entries',
      indexes: [
        { name: 'by_writer', keys: [{ field: 'writer', direction: '1' }] },
        { name: 'one_number', keys: [{ field: 'number', direction: '1' }], unique: true },
      ],
    },
  ],
}).then(({ admin }) => {
  process.stdout.write(`${admin}\n`);
});
