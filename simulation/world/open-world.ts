// Starts the cloud of a seed, with its town in it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { functions } from '../../cloudfunctions/functions';
import { startLocalCloud } from '../../src/localcloud';
import { collections } from '../../src/wxcloud/collections';
import { toDocument } from '../../src/wxcloud/documents';
import type { Funds } from '../auditor/documents';
import { fetchJson } from '../../tests/support/http';
import type { Chance } from '../chance';
import type { WorldName } from './policies';
import { Store } from './store';
import { townOf } from './town';
import { World } from './world';

export interface OpenWorld {
  readonly world: World;
  /** What WeChat Pay has. */
  readonly funds: () => Promise<Funds>;
  /** What the functions said that did not end well. */
  readonly log: readonly string[];
  readonly close: () => Promise<void>;
}

export interface Opening {
  readonly chance: Chance;
  readonly name: WorldName;
  readonly functionsDir: string;
  /** ms */
  readonly begins: number;
}

/** Few, so that a call waits rather than starts another instance. */
const INSTANCES = 3;
const KEPT_LINES = 200;

export async function openWorld({
  chance,
  name,
  functionsDir,
  begins,
}: Opening): Promise<OpenWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), 'simulation-'));
  const town = townOf(chance.of('town'), begins);
  const log: string[] = [];
  const cloud = await startLocalCloud({
    ...{ port: 0, dataDir, env: 'zhongdian-local', appId: 'wx0000000000000000' },
    ...{ collections, functionsDir, functions, control: true },
    clock: new Date(begins).toISOString(),
    instancesPerFunction: INSTANCES,
    functionEnv: {
      ZHONGDIAN_POLICY: name,
      ZHONGDIAN_OPERATORS: town.operators.map(({ account }) => account).join(','),
    },
    log: (line) => {
      if (!/error|warn/i.test(line)) return;
      if (log.push(line) > KEPT_LINES) log.shift();
    },
  });
  cloud.importDocuments('sites', town.sites.map(toDocument));
  cloud.importDocuments('merchants', town.shops.map(toDocument));
  const store = new Store(dataDir);
  const look = () => store.snapshot(cloud.now().getTime());
  return {
    world: new World(cloud, town, look, chance.of('begin')),
    funds: async () =>
      (await fetchJson<{ accounts: Funds }>(`${cloud.url}/control/funds`)).accounts,
    log,
    close: async () => {
      store.close();
      await cloud.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
