// A local cloud on the folder that is given; with a second argument, one more index is declared.
import { startLocalCloud } from '../../src/localcloud';
import { serveAsChild } from './child';
import { benchCollections, withOneMoreIndex } from './documents';

const [dataDir = '', hasMore] = process.argv.slice(2);

void serveAsChild(async () => {
  const cloud = await startLocalCloud({
    ...{ port: 0, dataDir, env: 'bench', appId: 'wx0000000000000000' },
    collections: hasMore === undefined ? benchCollections : withOneMoreIndex,
  });
  return cloud.admin;
});
