import { stopAfterDrag } from '../../miniprogram/components/sheet/stops';
import { dateText, lastDayText, minuteText } from '../../miniprogram/components/price/dates';
import { pointsText, writeYuan, yuanText } from '../../miniprogram/components/price/money';
import { radiusText, widerThan } from '../../miniprogram/features/merchants/radius';
import {
  entryOfLaunch,
  entryOfQuery,
  isByCode,
  merchantOfLaunch,
  merchantOfQuery,
} from '../../miniprogram/features/scan/launch';
import { dotted } from '../../miniprogram/components/text/dotted';
import { readCode } from '../../miniprogram/features/scan/read-code';
import { wishesOf } from '../../miniprogram/session/preview-wishes';

test('facts in one line break behind a dot, never before it', () => {
  expect(dotted(['限水果店', '满 100 元可用'])).toBe('限水果店\u00a0· 满 100 元可用');
  expect(dotted(['限水果店'])).toBe('限水果店');
});

describe('amounts', () => {
  test.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [1250, '¥12.50'],
    [99_999, '¥999.99'],
    [1_234_560, '¥12,345.60'],
    [1_000_000_000_000, '¥10,000,000,000.00'],
    [-300, '−¥3.00'],
  ])('%d fen are written %s', (amountFen, text) => {
    expect(yuanText(amountFen)).toBe(text);
  });

  test('drops zero cents only when asked, and no other cents', () => {
    expect(yuanText(1200, { dropZeroCents: true })).toBe('¥12');
    expect(yuanText(1230, { dropZeroCents: true })).toBe('¥12.30');
  });

  test('four digits stand together', () => {
    expect(writeYuan(123_456).whole).toBe('1234');
  });

  test('centipoints are written as points', () => {
    expect(pointsText(20_050)).toBe('200.50');
  });
});

describe('dates are China’s, wherever the phone is', () => {
  const lateEvening = Date.parse('2026-03-05T16:30:00Z');

  test('the day begins eight hours before UTC’s', () => {
    expect(dateText(lateEvening)).toBe('2026 年 3 月 6 日');
    expect(minuteText(lateEvening)).toBe('2026-03-06 00:30');
  });

  test('what ends at midnight last holds the day before', () => {
    expect(lastDayText(Date.parse('2027-12-01T00:00:00+08:00'))).toBe('2027 年 11 月 30 日');
  });
});

describe('the radius', () => {
  test.each([
    [500, '500 米'],
    [1500, '1.5 公里'],
    [10_000, '10 公里'],
  ])('%d metres read %s', (metres, text) => {
    expect(radiusText(metres)).toBe(text);
  });

  test('there is a wider one up to ten kilometres', () => {
    expect(widerThan(3000)).toBe(4000);
    expect(widerThan(10_000)).toBeUndefined();
  });
});

describe('a sheet after a drag', () => {
  const room = 800;
  test.each([
    ['half', 10, 'half'],
    ['half', 60, 'full'],
    ['half', -60, 'peek'],
    ['peek', 60, 'half'],
    ['peek', 400, 'full'],
    ['full', -400, 'peek'],
    ['full', 60, 'full'],
    ['peek', -60, 'peek'],
  ] as const)('from %s by %d px it rests at %s', (from, movedUp, to) => {
    expect(stopAfterDrag(from, { movedUp, room })).toBe(to);
  });
});

describe('where a code leads', () => {
  const shop = { kind: 'merchant', merchantCode: 'a1b2c3d4', table: '8' };

  test('a cold start by code on another page leads to its shop', () => {
    const query = { scene: 'm%3Da1b2c3d4%26t%3D8' };
    expect(merchantOfLaunch({ path: 'pages/circle/index', query })).toMatchObject(shop);
  });

  test('a cold start on the pay page is left to that page', () => {
    const query = { scene: 'm%3Da1b2c3d4%26t%3D8' };
    expect(merchantOfLaunch({ path: '/pages/pay/index', query })).toBeNull();
    expect(merchantOfQuery(query)).toMatchObject(shop);
  });

  test.each([
    [{ m: 'a1b2c3d4', t: '8' }],
    [{ q: 'https%3A%2F%2Fexample.com%2Fp%3Fm%3Da1b2c3d4%26t%3D8' }],
  ])('the pay page reads %j', (query) => {
    expect(merchantOfQuery(query)).toMatchObject(shop);
  });

  test('an ordinary start leads nowhere', () => {
    expect(merchantOfLaunch({ path: 'pages/circle/index', query: {} })).toBeNull();
  });

  test.each([
    [{ scene: 'e%3Da1b2c3d4' }],
    [{ q: 'https%3A%2F%2Fexample.com%2Fs%3Fe%3Da1b2c3d4' }],
    [{ e: 'a1b2c3d4' }],
  ])('an entry code is found in %j, and is no shop to pay at', (query) => {
    expect(entryOfQuery(query)).toBe('a1b2c3d4');
    expect(merchantOfQuery(query)).toBeNull();
    expect(merchantOfLaunch({ path: 'packages/account/about/index', query })).toBeNull();
  });

  test.each([
    ['pages/circle/index', null],
    ['/pages/pay/index', null],
    ['packages/account/about/index', 'a1b2c3d4'],
  ])('a cold start by an entry code on %s is for the start to follow: %s', (path, code) => {
    expect(entryOfLaunch({ path, query: { scene: 'e%3Da1b2c3d4' } })).toBe(code);
  });

  test('a key inside of the app is no visit through a code', () => {
    expect(isByCode({ m: 'a1b2c3d4' })).toBe(false);
    expect(isByCode({ scene: 'm%3Da1b2c3d4' })).toBe(true);
    expect(isByCode({ q: 'https%3A%2F%2Fexample.com%2Fs%3Fm%3Da1b2c3d4' })).toBe(true);
  });

  test('an entry code that is scanned inside of the app is no payment', () => {
    const path = 'pages/circle/index?scene=e%3Da1b2c3d4';
    expect(readCode({ path })).toEqual({ kind: 'entry', merchantCode: 'a1b2c3d4' });
  });

  test('a person’s code is told apart from a stranger’s', () => {
    const person = readCode({ text: 'u=u-0123456789abcdef01234567' });
    const stranger = readCode({ text: 'https://example.com/menu' });
    expect(person).toEqual({ kind: 'other', complaint: '这是会员码，请扫商家的收款码' });
    expect(stranger).toEqual({ kind: 'other', complaint: '这不是联盟商家的码' });
  });
});

describe('wishes in the preview’s address', () => {
  test('are read before and behind the #', () => {
    const before = wishesOf({ search: '?as=demo-lin&theme=dark', hash: '#/pages/mine/index' });
    const behind = wishesOf({
      search: '',
      hash: '#/pages/pay/index?m=a1b2c3d4&text=large&place=x',
    });
    expect(before).toEqual({ openid: 'demo-lin', theme: 'dark' });
    expect(behind).toEqual({ textSize: 'large', placeId: 'x' });
  });

  test('what is no theme and no size is no wish', () => {
    expect(wishesOf({ search: '?theme=pink&text=9', hash: '' })).toEqual({});
  });
});
