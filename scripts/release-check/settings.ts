// release.json: what a real release needs and the code cannot know. No secret stands in it.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { inProject } from '../paths';

const settings = z.strictObject({
  /** 云环境 ID: the build's CLOUD_ENV and the deployment's TCB_ENV. */
  cloudEnvironment: z.string(),
  /** Where pictures come from: the build's ASSET_ORIGIN. */
  assetOrigin: z.string(),
  /** The address in shops' codes, the rule of 扫普通链接二维码打开小程序. */
  codePage: z.string(),
  /** 商户号 of the platform. */
  merchantNumber: z.string(),
  /** 子商户号 that belong to the platform itself: bills of `own` shops are paid there. */
  ownSubMerchantNumbers: z.array(z.string()),
  /** 订阅消息: ids by the name that the code has for them. */
  subscribeTemplates: z.record(z.string(), z.string()),
  /** 服务类目 that WeChat has approved, with the licence that was handed in. */
  serviceCategories: z.array(z.strictObject({ category: z.string(), licence: z.string() })),
  /** 小程序备案号. */
  filingNumber: z.string(),
  /** 用户隐私保护指引 as it was filled in. */
  privacyGuide: z.strictObject({ declares: z.array(z.string()), contact: z.string() }),
  /** 接口权限 that were applied for and granted, e.g. getLocation. */
  approvedInterfaces: z.array(z.string()),
  /** Collections that were set to 所有用户不可读写. */
  closedCollections: z.array(z.string()),
  /** Indexes that were created, as `collection.index`. */
  createdIndexes: z.array(z.string()),
  /** Functions whose trigger was uploaded. */
  uploadedTimers: z.array(z.string()),
  /** Variables that were set for the cloud functions. */
  functionVariables: z.record(z.string(), z.string()),
  /** Points (not centipoints) that a month is expected to bring. */
  expectedPointsMonth: z.number(),
});

export type ReleaseSettings = z.output<typeof settings>;

/** @throws when a field is unknown, missing or of another kind, with its name. */
export function readSettings(file = inProject('release.json')): ReleaseSettings {
  const read = settings.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
  return read.data;
}
