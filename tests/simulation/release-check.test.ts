// What is missing before a release: a complete sample, and each way of being incomplete.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_MERCHANTS } from '../../demo/merchants';
import { checkRelease, reportOf } from '../../scripts/release-check/check';
import { indexRequests } from '../../scripts/release-check/database';
import type { BuiltApp, ReleaseFacts } from '../../scripts/release-check/facts';
import { interfacesIn, readInterfaces } from '../../scripts/release-check/read-interfaces';
import { type ReleaseSettings, readSettings } from '../../scripts/release-check/settings';
import { inProject } from '../../scripts/paths';
import type { ExportedShop } from '../../scripts/shop-codes/read-shops';
import { policies } from '../../src/policy/policies';
import { collections } from '../../src/wxcloud/collections';

const settings: ReleaseSettings = {
  cloudEnvironment: 'shops-7g2k1',
  assetOrigin: 'https://static.shops.cn',
  codePage: 'https://pay.shops.cn/s',
  merchantNumber: '1600000001',
  ownSubMerchantNumbers: ['1600000002'],
  subscribeTemplates: { couponArrived: 'a'.repeat(43) },
  serviceCategories: [{ category: '电商平台', licence: '增值电信业务经营许可证' }],
  filingNumber: '浙ICP备2026000001号-1X',
  privacyGuide: { declares: ['位置信息', '剪切板', '订单信息'], contact: 'privacy@shops.cn' },
  approvedInterfaces: ['getLocation'],
  closedCollections: collections.map(({ name }) => name),
  createdIndexes: collections.flatMap(({ name, indexes }) =>
    indexes.map((index) => `${name}.${index.name}`),
  ),
  uploadedTimers: ['dividends'],
  functionVariables: {},
  expectedPointsMonth: 5_000_000,
};
const app: BuiltApp = {
  requiredPrivateInfos: ['getLocation'],
  permissions: { 'scope.userLocation': '用于显示您身边的联盟商家' },
  packages: [
    { root: '', bytes: 700_000 },
    { root: 'packages/account', bytes: 500_000 },
  ],
  scripts: 'init("shops-7g2k1");picture("https://static.shops.cn")',
};
const shop: ExportedShop = {
  name: '河边面馆',
  code: 'k3m7p2qa',
  siteId: 'hangzhou',
  state: 'active',
  rebateCollection: 'own',
  subMchId: '1600000002',
};
const timer = '0 * * * * * *';
const complete: ReleaseFacts = {
  settings,
  appid: 'wx0123456789abcdef',
  shops: [shop],
  app,
  functions: {
    dividends: { timeoutSeconds: 60, memoryMb: 256, timer },
    wallet: { timeoutSeconds: 5, memoryMb: 256 },
  },
  builtFunctions: [
    { name: 'dividends', timers: [timer], script: '' },
    { name: 'wallet', timers: [], script: '' },
  ],
  collections,
  policy: policies.production,
  interfaces: ['getLocation', 'setClipboardData', 'requestPayment', 'requestSubscribeMessage'],
};

/** The complete sample with other settings. */
const set = (other: Partial<ReleaseSettings>): Partial<ReleaseFacts> => ({
  settings: { ...settings, ...other },
});
const built = (other: Partial<BuiltApp>): Partial<ReleaseFacts> => ({ app: { ...app, ...other } });
const shops = (other: Partial<ExportedShop>): Partial<ReleaseFacts> => ({
  shops: [shop, { ...shop, ...other }],
});
const missingIn = (other: Partial<ReleaseFacts>): readonly string[] =>
  checkRelease({ ...complete, ...other }).flatMap(({ name, missing }) =>
    missing.map((why) => `${name}: ${why}`),
  );

test('nothing is missing in the complete sample', () => {
  expect(missingIn({})).toEqual([]);
  const report = reportOf(checkRelease(complete));
  expect(report.match(/✓/g)).toHaveLength(18);
  expect(report).toMatch(/\nNothing is missing\.$/);
});

test.each<[string, Partial<ReleaseFacts>, readonly string[]]>([
  ['the appid of a tourist', { appid: 'touristappid' }, ['appid: touristappid is no appid']],
  ['no filing', set({ filingNumber: '' }), ['filing: no number like 浙ICP备2026000000号-1X']],
  [
    'no category',
    set({ serviceCategories: [] }),
    ['categories and licences: 电商平台 is not approved'],
  ],
  [
    'a category without its licence',
    set({ serviceCategories: [...settings.serviceCategories, { category: '餐饮', licence: '' }] }),
    ['categories and licences: 餐饮 names no licence'],
  ],
  [
    'the link of an example',
    set({ codePage: 'https://pay.shops.example/s' }),
    ['link of the shops’ codes: an example’s address'],
  ],
  [
    'a link with parameters',
    set({ codePage: 'https://pay.shops.cn/s?x=1' }),
    ['link of the shops’ codes: no https address without parameters'],
  ],
  [
    'a link that makes codes too fine',
    set({ codePage: 'https://pay.shops.cn/a-folder-too-far' }),
    ['link of the shops’ codes: longer than 35 characters'],
  ],
  [
    'a template without its id',
    set({ subscribeTemplates: { couponArrived: '' } }),
    ['message templates: couponArrived has no template id of 43 characters'],
  ],
  [
    'no template though the app asks',
    set({ subscribeTemplates: {} }),
    ['message templates: the app asks for messages without a template'],
  ],
  [
    'no merchant number',
    set({ merchantNumber: 'mch' }),
    ['merchant number: no number of 8 to 10 figures'],
  ],
  ['no list of shops', { shops: null }, ['shops’ merchant numbers: no export was named']],
  ['an empty list of shops', { shops: [] }, ['shops’ merchant numbers: there is no shop']],
  [
    'an own shop on a foreign number',
    shops({ name: '三号店', subMchId: '1699999999' }),
    ['shops’ merchant numbers: 三号店: own, but paid on a number that is not the platform’s'],
  ],
  [
    'a shop that shares its profit, which nothing reports',
    shops({ name: '盟店', rebateCollection: 'profit-sharing', subMchId: '1699999999' }),
    ['shops’ merchant numbers: 盟店: nothing reports the arrival of their rebates yet'],
  ],
  [
    'a shop without a number',
    shops({ name: '无号', rebateCollection: 'netting', subMchId: '' }),
    [
      'shops’ merchant numbers: 无号: no sub-merchant number',
      'shops’ merchant numbers: 无号: nothing reports the arrival of their rebates yet',
    ],
  ],
  [
    'a shop of the demo',
    shops({ name: '样店', code: DEMO_MERCHANTS[0]?.code ?? '' }),
    ['shops’ merchant numbers: 样店: shops of the demo'],
  ],
  [
    'a location that the guide hides',
    set({ privacyGuide: { declares: ['剪切板', '订单信息'], contact: 'x' } }),
    ['privacy text: 位置信息 is used and not declared'],
  ],
  [
    'a phone number that the guide declares for nothing, and nobody to ask',
    set({ privacyGuide: { declares: [...settings.privacyGuide.declares, '手机号'], contact: '' } }),
    ['privacy text: 手机号 is declared and not used', 'privacy text: no contact for questions'],
  ],
  [
    'an address that is asked for without a permit',
    { interfaces: [...complete.interfaces, 'chooseAddress'] },
    [
      'privacy text: 通讯地址 is used and not declared',
      'location permits: chooseAddress is called and not required',
      'location permits: chooseAddress is not granted',
    ],
  ],
  [
    'a permit for nothing, and a question without its reason',
    built({ requiredPrivateInfos: ['getLocation', 'choosePoi'], permissions: {} }),
    [
      'location permits: choosePoi is required and not called',
      'location permits: no reason is given',
    ],
  ],
  [
    'an open collection',
    set({ closedCollections: settings.closedCollections.filter((name) => name !== 'journal') }),
    ['closed collections: not confirmed for journal'],
  ],
  [
    'an index that was forgotten',
    set({ createdIndexes: settings.createdIndexes.filter((name) => name !== 'merchants.code') }),
    ['indexes: not confirmed for merchants.code'],
  ],
  [
    'another environment than the app was built for',
    set({ cloudEnvironment: 'other-1' }),
    ['cloud environment: dist/weapp was not built with CLOUD_ENV=other-1'],
  ],
  ['no environment', set({ cloudEnvironment: '' }), ['cloud environment: no environment is named']],
  [
    'the demo’s numbers in the functions',
    set({ functionVariables: { ZHONGDIAN_POLICY: 'demo' } }),
    ['variables of the functions: ZHONGDIAN_POLICY is demo'],
  ],
  [
    'a timer that was not uploaded',
    set({ uploadedTimers: [] }),
    ['timers: dividends is not confirmed'],
  ],
  [
    'a build with another timer',
    { builtFunctions: [{ name: 'dividends', timers: ['30 * * * * * *'], script: '' }] },
    [
      'timers: dist/cloudfunctions/wallet is not built',
      'timers: dist/cloudfunctions/dividends has another timer',
    ],
  ],
  [
    'a first threshold below a month’s points',
    set({ expectedPointsMonth: 5_000_001 }),
    ['business numbers: the first threshold is less than a month’s points'],
  ],
  [
    'the demo’s numbers as production',
    { policy: policies.demo },
    [
      'business numbers: version 2026-11-demo is the demo’s',
      'business numbers: the first threshold is less than a month’s points',
      'business numbers: points take effect after 0 days',
      'business numbers: folds read too close to the present',
    ],
  ],
  [
    'a kill switch that is on',
    { policy: { ...policies.production, releasesStopped: true } },
    ['business numbers: the kill switch is on: no period is declared'],
  ],
  [
    'no expectation',
    set({ expectedPointsMonth: 0 }),
    ['business numbers: nobody said how many points a month is expected to bring'],
  ],
  [
    'packages above their budgets',
    built({
      packages: [
        { root: '', bytes: 700_001 },
        { root: 'packages/account', bytes: 500_001 },
      ],
    }),
    [
      'package sizes: main has 701 kB of 700 kB',
      'package sizes: packages/account has 501 kB of 500 kB',
    ],
  ],
  [
    'another origin of pictures than the app was built with',
    set({ assetOrigin: 'https://img.shops.cn' }),
    ['pictures: dist/weapp was not built with ASSET_ORIGIN=https://img.shops.cn'],
  ],
  [
    'placeholders in the bundle and in a function',
    {
      app: { ...app, scripts: `${app.scripts}"https://static.zhongdian.example/a.png"` },
      builtFunctions: [
        { name: 'dividends', timers: [timer], script: 'x="touristappid"' },
        { name: 'wallet', timers: [], script: '' },
      ],
    },
    [
      'placeholders: dist/weapp: https://static.zhongdian.example',
      'placeholders: function dividends: touristappid',
    ],
  ],
])('says what is missing: %s', (_what, other, missing) => {
  expect(missingIn(other)).toEqual(missing);
});

test('an app that was not built is not complete', () => {
  expect(missingIn({ app: null })).toEqual([
    'location permits: dist/weapp is not built',
    'cloud environment: dist/weapp was not built with CLOUD_ENV=shops-7g2k1',
    'package sizes: dist/weapp is not built',
    'pictures: dist/weapp was not built with ASSET_ORIGIN=https://static.shops.cn',
  ]);
});

describe('interfaces', () => {
  test.each([
    ['Taro.getLocation({ type: 1 })', ['getLocation']],
    ['await wx.chooseAddress()', ['chooseAddress']],
    ['<Button openType="getPhoneNumber" />', ['getPhoneNumber']],
    ["import { chooseMedia, login as enter } from '@tarojs/taro';", ['chooseMedia', 'login']],
    ['myTaro.getLocation(); show(getLocation)', []],
  ])('of %s', (source, names) => {
    expect(interfacesIn(source)).toEqual(names);
  });

  test('of the app are found in its sources', () => {
    const names = readInterfaces(inProject('miniprogram'));
    expect(names).toEqual(
      expect.arrayContaining([
        'agreePrivacyAuthorization',
        'getLocation',
        'requestPayment',
        'scanCode',
      ]),
    );
  });
});

test('every index of the functions stands in the requests that create them', () => {
  const requests = JSON.stringify(indexRequests(collections, 'shops-7g2k1'));
  const names = collections.flatMap(({ indexes }) => indexes.map(({ name }) => name));
  for (const name of names) expect(requests).toContain(`{"name":"${name}","unique":`);
  expect(requests).toContain(
    '{"env":"shops-7g2k1","collection_name":"merchants","create_indexes":[{"name":"code","unique":true,"keys":[{"name":"code","direction":"1"}]}',
  );
});

test('docs/release.md explains every item by its name', () => {
  const text = readFileSync(inProject('docs', 'release.md'), 'utf8');
  const unexplained = checkRelease(complete).filter(({ name }) => !text.includes(`| ${name} `));
  expect(unexplained.map(({ name }) => name)).toEqual([]);
});

describe('npm run release:check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const run = (...args: string[]): { status: number; output: string } => {
    try {
      const node = [
        inProject('node_modules', '.bin', 'tsx'),
        inProject('scripts', 'release-check.ts'),
      ];
      const output = execFileSync(process.execPath, [...node, ...args], {
        encoding: 'utf8',
        stdio: 'pipe',
      });
      return { status: 0, output };
    } catch (fault) {
      const { status, stdout, stderr } = fault as {
        status: number;
        stdout: string;
        stderr: string;
      };
      return { status, output: stdout + stderr };
    }
  };

  test('fails and says why while release.json is empty', () => {
    const { status, output } = run();
    expect(status).toBe(1);
    expect(output).toContain('✗ appid');
    expect(output).toMatch(/\d+ of 18 items are incomplete\.\n$/);
  });

  test('fails in another way on a setting that it does not know', () => {
    const file = join(folder, 'release.json');
    writeFileSync(file, JSON.stringify({ ...readSettings(), merchantNumbre: '1' }));
    const { status, output } = run('--settings', file);
    expect(status).toBe(2);
    expect(output).toContain('merchantNumbre');
  });
});
