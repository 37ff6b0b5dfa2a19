// A local cloud of the product for one test file, on data of its own, with the fixture's town.
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PolicyName, startProductCloud } from '../../scripts/cloud/product-cloud';
import type { LocalCloud } from '../../src/localcloud';
import type { Merchant } from '../../src/domain/merchants/merchant';
import { type Site, toDocument } from '../../src/wxcloud/documents';
import { CloudClient } from './cloud-client';
import { MONDAY_MORNING, previewPeople, shops, site } from './fixture';
import { fruitShopsAround } from './fruit-circle';

export interface TestCloudOptions {
  /** ISO time of a clock that stands still until it is moved, or 'real'. */
  readonly clock?: string;
  readonly policy?: PolicyName;
  readonly operators?: string;
  /** Of WeChat's messages, as the environment has them; none where it is absent. */
  readonly templates?: string;
  readonly merchants?: readonly Merchant[];
  /** Instead of them so many fruit shops around one place; a process takes no long list. */
  readonly fruitShops?: number;
  readonly sites?: readonly Site[];
  /** Kept after the end; without it a folder that goes with the cloud. */
  readonly dataDir?: string;
}

export class TestCloud extends CloudClient {
  constructor(
    readonly cloud: LocalCloud,
    /** What the cloud and its functions have said so far. */
    readonly log: readonly string[],
    private readonly forget: () => void,
  ) {
    super(cloud);
  }

  async close(): Promise<void> {
    await this.cloud.close();
    this.forget();
  }
}

/** Starts a cloud in this process. Where the test runs in jsdom: `startCloudProcess`. */
export async function startTestCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  const { clock = MONDAY_MORNING, policy = 'demo', sites = [site], fruitShops } = options;
  const merchants =
    fruitShops === undefined ? (options.merchants ?? shops) : fruitShopsAround(fruitShops);
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'cloud-'));
  const log: string[] = [];
  const cloud = await startProductCloud({
    ...{ port: 0, dataDir, policy, control: true, demoDir: peopleIn(dataDir) },
    ...(clock !== 'real' && { clock }),
    ...(options.operators !== undefined && { operators: options.operators }),
    ...(options.templates !== undefined && { templates: options.templates }),
    log: (line) => void log.push(line),
  });
  cloud.importDocuments('sites', sites.map(toDocument));
  cloud.importDocuments('merchants', merchants.map(toDocument));
  return new TestCloud(cloud, log, () => {
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true });
  });
}

function peopleIn(dataDir: string): string {
  const dir = join(dataDir, 'public');
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'people.json'), JSON.stringify(previewPeople));
  return dir;
}
