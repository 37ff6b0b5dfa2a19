// Privacy, leaving, common questions and notices: they say what is so, and promise nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMON_QUESTIONS } from '../../miniprogram/packages/account/help/common-questions';
import {
  givenUp,
  leaveTexts,
  lossesOf,
} from '../../miniprogram/packages/account/leave/leave-words';
import { OPEN_SOURCE } from '../../miniprogram/packages/account/licences/open-source';
import { CLOUD_KEEPS, PHONE_KEEPS } from '../../miniprogram/packages/account/privacy/kept-data';
import { PRIVACY_TEXTS } from '../../miniprogram/packages/account/privacy/privacy-words';
import { permissionOf } from '../../miniprogram/packages/account/settings/permission';
import { inProject } from '../../scripts/paths';
import { collections } from '../../src/wxcloud/collections';
import { aLotView } from '../support/views';

/** Words that consumer pages never say. */
const FORBIDDEN = /返本|全返|躺赚|投资|收益|分红|积分池|额度|佣金/;

const summary = {
  balanceFen: 1250,
  heldFen: 0,
  lots: [],
  points: 20_000,
  maturing: [
    { effectiveAt: 1, points: 300 },
    { effectiveAt: 2, points: 45 },
  ],
  receivedFen: 0,
  capFen: 0,
  savedFen: 0,
  paidOrders: 0,
  offsetFen: 0,
  advanceFen: 0,
  isAdvanceOpen: false,
  latestPeriod: 0,
};

describe('what is kept', () => {
  /** Collections without anything of a person. */
  const IMPERSONAL = [
    ...['sites', 'pool', 'rounds', 'figures', 'dividends'],
    ...['advances', 'campaigns', 'counters', 'pledges'],
  ];
  /** Of an order, on its way to WeChat: told under 微信支付. */
  const OF_ORDERS = ['reports'];

  it('names every collection that holds something of a person', () => {
    const names = new Set(collections.map(({ name }) => name));
    const personal = [...names].filter((name) => ![...IMPERSONAL, ...OF_ORDERS].includes(name));
    expect(Object.keys(CLOUD_KEEPS).sort()).toEqual([...personal].sort());
  });

  it('names each thing that the phone remembers in words of its own', () => {
    const words = Object.values(PHONE_KEEPS);
    expect(new Set(words).size).toBe(words.length);
    expect(words.join('')).toMatch(/^[\u4e00-\u9fff]+$/);
  });

  it('does not remember where one is: no code stores a position of the phone', () => {
    const source = readFileSync(inProject('miniprogram', 'session', 'remembered.ts'), 'utf8');
    expect(source).not.toMatch(/\blocated\b/);
    expect(PRIVACY_TEXTS.flatMap(({ lines }) => lines).join('')).toContain('位置');
  });

  it('says for how long, by the law', () => {
    const lines = PRIVACY_TEXTS.flatMap((text) => text.lines).join('');
    expect(lines).toContain('不少于三年');
    expect(lines).toContain('第三十一条');
  });
});

describe('leaving', () => {
  it('shows coupons, points, and those that take effect later', () => {
    expect(lossesOf(summary)).toEqual([
      { title: '消费券', value: '¥12.50' },
      { title: '积分', value: '200.00' },
      { title: '待生效的积分', value: '3.45' },
    ]);
    expect(lossesOf({ ...summary, maturing: [] })).toHaveLength(2);
    const offer = aLotView({ benefit: { kind: 'money-off', offFen: 500 } });
    const lots = [aLotView(), offer];
    expect(lossesOf({ ...summary, lots })[1]).toEqual({ title: '优惠券', value: '1 张' });
  });

  it('gives up exactly what was shown', () => {
    expect(givenUp(summary)).toEqual({ balanceFen: 1250, offers: 0, points: 20_345 });
  });

  it('tells of an offset and of an advance that stay, only where there is one', () => {
    const textOf = (open: Parameters<typeof leaveTexts>[0]): string => leaveTexts(open).join('');
    expect(textOf({ offsetFen: 80, advanceFen: 0 })).toContain('¥0.80');
    expect(textOf({ offsetFen: 0, advanceFen: 80 })).toContain('先用券');
    expect(textOf({ offsetFen: 0, advanceFen: 0 })).not.toMatch(/抵扣|先用/);
  });
});

describe('common questions', () => {
  it('are short, and each has an answer of its own', () => {
    expect(COMMON_QUESTIONS.length).toBeGreaterThanOrEqual(8);
    for (const { question, answer } of COMMON_QUESTIONS) {
      expect(question).toMatch(/^.{5,20}？$/);
      expect(answer.length).toBeLessThanOrEqual(100);
    }
  });
});

it('says no word that promises', () => {
  const texts = [
    ...COMMON_QUESTIONS.map(({ question, answer }) => question + answer),
    ...PRIVACY_TEXTS.flatMap(({ lines }) => lines),
    ...Object.values(CLOUD_KEEPS).map(({ title, note }) => title + note),
    ...leaveTexts({ offsetFen: 1, advanceFen: 1 }),
  ];
  expect(texts.filter((text) => FORBIDDEN.test(text))).toEqual([]);
});

describe('notices of others’ software', () => {
  interface Manifest {
    readonly license: string;
  }
  const manifestOf = (name: string): Manifest =>
    JSON.parse(readFileSync(inProject('node_modules', name, 'package.json'), 'utf8')) as Manifest;
  const noticed = OPEN_SOURCE.flatMap(({ packages }) => packages);

  it('name every package that the app is built with', () => {
    const { dependencies } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const ofTheCloud = ['wx-server-sdk', 'zod'];
    const ofTheApp = Object.keys(dependencies).filter((name) => !ofTheCloud.includes(name));
    expect([...noticed].sort()).toEqual(ofTheApp.sort());
  });

  it.each(OPEN_SOURCE)('$name is under $licence', ({ packages, licence }) => {
    for (const name of packages) expect(manifestOf(name).license).toBe(licence);
  });

  it.each(OPEN_SOURCE.filter(({ packages }) => packages.some(hasCopyright)))(
    '$name is named as its own licence names it',
    ({ packages, copyright }) => {
      const texts = packages.map(licenceText).join('\n');
      expect(texts).toContain(copyright);
    },
  );

  function hasCopyright(name: string): boolean {
    return /^copyright \(c\) \d|^copyright \(c\) face/im.test(licenceText(name));
  }

  function licenceText(name: string): string {
    const folder = inProject('node_modules', name);
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    return file === undefined ? '' : readFileSync(join(folder, file), 'utf8');
  }
});

describe('the permission to know where one is', () => {
  it('is refused only where the person refused', () => {
    const states = ['not-asked', 'asking', 'located', 'refused', 'failed'] as const;
    expect(states.map(permissionOf)).toEqual([
      'not-asked',
      'not-asked',
      'allowed',
      'refused',
      'allowed',
    ]);
  });
});
