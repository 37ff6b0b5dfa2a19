// The printed cards of all demo shops, read by two independent decoders: whole, stained, turned,
// small and inverted.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_MERCHANTS } from '../../demo/merchants';
import { drawCard } from '../../scripts/shop-codes/card';
import { nameLines } from '../../scripts/shop-codes/name-lines';
import { qrCode, qrPath } from '../../scripts/shop-codes/qr';
import { readShops } from '../../scripts/shop-codes/read-shops';
import { writeCards } from '../../scripts/shop-codes/write-cards';
import { entryLink, merchantLink, parseScan } from '../../src/domain/codes/scan';
import {
  blur,
  drawModules,
  hiddenPart,
  invert,
  modulesOfPath,
  spill,
  turn,
  type GreyPicture,
  type Stain,
} from '../support/qr-picture';
import { readers } from '../support/qr-readers';

const page = 'https://pay.zhongdian.example/s';
const both = Object.entries(readers);

/** The code that stands in the text of a card. */
function codeOf(card: string): ReturnType<typeof modulesOfPath> {
  const path = /<path class="qr" d="([^"]+)"/.exec(card)?.[1];
  if (path === undefined) throw new Error('the card has no code');
  return modulesOfPath(path);
}

function shopNumber(at: number) {
  const shop = DEMO_MERCHANTS[at];
  if (shop === undefined) throw new Error(`there is no shop ${at}`);
  return shop;
}

const some = [0, 17, 34, 52].map(shopNumber);
const printed = some.map((shop) => {
  const code = codeOf(drawCard(shop, { page }));
  return { link: merchantLink({ page, merchantCode: shop.code }), code };
});

/** Texts that a reader finds in the cards after something happened to them. */
function textsAfter(name: keyof typeof readers, happening: (print: GreyPicture) => GreyPicture) {
  return printed.map(({ code }) => readers[name](happening(drawModules(code, 6))));
}
const links = printed.map(({ link }) => link);

describe.each(both)('%s', (name, read) => {
  const reader = name as keyof typeof readers;

  test('reads the card of every demo shop, and the app finds the shop in it', () => {
    expect(DEMO_MERCHANTS.length).toBe(60);
    for (const shop of DEMO_MERCHANTS) {
      const text = read(drawModules(codeOf(drawCard(shop, { page })), 6));
      expect(text).toBe(`${page}?m=${shop.code}`);
      expect(parseScan({ text: text ?? '' })).toEqual({
        kind: 'merchant',
        merchantCode: shop.code,
      });
      expect(parseScan({ q: encodeURIComponent(text ?? '') })).not.toBeNull();
    }
  });

  test('reads the entry card of every demo shop as one that brings, not as one that is paid by', () => {
    for (const shop of DEMO_MERCHANTS) {
      const card = drawCard(shop, { page, kind: 'entry' });
      const text = read(drawModules(codeOf(card), 6)) ?? '';
      expect(text).toBe(entryLink({ page, merchantCode: shop.code }));
      expect(parseScan({ text })).toEqual({ kind: 'entry', merchantCode: shop.code });
    }
  });

  test.each([
    'https://pay.zhongdian.example/店?m=noodles1&t=7',
    '众店生活圈 · 老塘河面馆 🍜',
    '湖',
  ])('reads Chinese text in a code: %s', (text) => {
    for (const level of ['Q', 'H'] as const) {
      const code = modulesOfPath(qrPath(qrCode(text, level)));
      expect(read(drawModules(code, 4))).toBe(text);
    }
  });

  test.each([
    ['dark coffee on the right', { x: 0.72, y: 0.55, width: 0.3, height: 0.34, shade: 60 }],
    ['light glue in the middle', { x: 0.5, y: 0.52, width: 0.36, height: 0.29, shade: 255 }],
    ['a black thumb from below', { x: 0.56, y: 0.83, width: 0.34, height: 0.32, shade: 0 }],
  ])('reads it under %s, 10 to 15 %% of its modules', (_what, stain: Stain) => {
    for (const { code } of printed) {
      expect(hiddenPart(code.size, stain)).toBeGreaterThan(0.1);
      expect(hiddenPart(code.size, stain)).toBeLessThan(0.15);
    }
    expect(textsAfter(reader, (print) => spill(print, stain))).toEqual(links);
  });

  test.each([7, 30, 45, 90, 180, 213])('reads it turned by %s degrees', (degrees) => {
    expect(textsAfter(reader, (print) => turn(print, degrees))).toEqual(links);
  });

  test('reads it at 2 pixels a module', () => {
    const texts = printed.map(({ code }) => read(drawModules(code, 2)));
    expect(texts).toEqual(links);
  });

  test('reads it out of focus, stained and turned at once', () => {
    const stain = { x: 0.7, y: 0.55, width: 0.2, height: 0.2, shade: 90 };
    const texts = textsAfter(reader, (print) => turn(blur(spill(print, stain), 2), 12));
    expect(texts).toEqual(links);
  });

  test('finds nothing on white paper, nor under a stain over a finder pattern and a half', () => {
    const cover = { x: 0.35, y: 0.3, width: 0.8, height: 0.8, shade: 128 };
    expect(textsAfter(reader, (print) => spill(print, cover))).toEqual(links.map(() => null));
    expect(read({ side: 200, pixels: new Uint8ClampedArray(40_000).fill(255) })).toBeNull();
  });
});

describe('white on black, as on a table tent', () => {
  test('jsqr reads it, so the browser’s scan page does', () => {
    expect(textsAfter('jsqr', invert)).toEqual(links);
  });

  test('ZXing without its hint for inverted codes does not, so cards are black on white', () => {
    expect(textsAfter('zxing', invert)).toEqual(links.map(() => null));
  });
});

describe('a card', () => {
  test('says the shop, the alliance, what to do, and the code as it is typed', () => {
    const card = drawCard({ name: '老塘河面馆', code: 'k3m7p2qa' }, { page });
    for (const text of ['老塘河面馆', '众店生活圈', '微信扫一扫，付款用券', 'k3m7 p2qa']) {
      expect(card).toContain(`>${text}</text>`);
    }
    expect(card).toContain('width="105mm" height="148mm"');
  });

  test('with the entry code says that nothing is paid by it, and has no code to be typed for paying', () => {
    const card = drawCard({ name: '老塘河面馆', code: 'k3m7p2qa' }, { page, kind: 'entry' });
    for (const text of ['老塘河面馆', '众店生活圈', '微信扫一扫，逛身边的店']) {
      expect(card).toContain(`>${text}</text>`);
    }
    expect(card).toContain('只看店，不付款');
    expect(card).not.toContain('k3m7 p2qa');
    expect(card).not.toContain('付款用券');
  });

  test('takes a name with signs of markup as text', () => {
    const card = drawCard({ name: 'A&B <"小馆">', code: 'k3m7p2qa' }, { page });
    expect(card).toContain('A&amp;B &lt;&quot;小馆&quot;&gt;');
    expect(card).not.toContain('<"小馆">');
  });

  test.each([
    ['老塘河面馆', ['老塘河面馆']],
    [
      '三只碗杭帮菜（西湖文化广场地铁站 B 口旗舰店）',
      ['三只碗杭帮菜', '（西湖文化广场地铁站 B 口旗舰店）'],
    ],
    ['Moonlight Coffee and Bakery by the River', ['Moonlight Coffee and', 'Bakery by the River']],
    ['一二三四五六七八九十一二三四五六七八', ['一二三四五六七八九', '十一二三四五六七八']],
    ['Moonlight Coffee', ['Moonlight Coffee']],
  ])('sets %s in lines that fit', (name, lines) => {
    const set = nameLines(name, { width: 93, largest: 8.6 });
    expect(set.lines).toEqual(lines);
    for (const line of lines) {
      const chinese = Array.from(line).filter((sign) => sign > '\u2e80').length;
      const narrow = Array.from(line).length - chinese;
      expect((chinese + narrow * 0.5) * set.size).toBeLessThanOrEqual(93);
    }
    expect(set.size).toBeGreaterThan(5);
  });
});

describe('npm run codes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'codes-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('writes both cards of each shop and a page that prints them all', () => {
    writeCards(some, { folder, page });
    const cards = some.flatMap(({ code }) => [`${code}.svg`, `${code}-entry.svg`]);
    expect(readdirSync(folder).sort()).toEqual([...cards, 'index.html'].sort());
    const index = readFileSync(join(folder, 'index.html'), 'utf8');
    for (const card of cards) expect(index).toContain(`src="${card}"`);
  });

  test('the card for paying is the one without a word behind its code', () => {
    const file = (name: string) => readFileSync(join(folder, name), 'utf8');
    const [{ code }] = [shopNumber(0)];
    expect(file(`${code}.svg`)).toContain('付款用券');
    expect(file(`${code}-entry.svg`)).toContain('逛身边的店');
  });

  test('reads an export of shops, a document a line or as an array, and names a wrong one', () => {
    const [one, other] = [shopNumber(0), shopNumber(40)];
    const file = join(folder, 'shops.json');
    for (const text of [
      JSON.stringify([one, other]),
      [one, other].map((shop) => JSON.stringify(shop)).join('\n'),
    ]) {
      writeFileSync(file, text);
      expect(readShops(file).map(({ code }) => code)).toEqual([one.code, other.code]);
    }
    writeFileSync(file, JSON.stringify([one, { ...other, code: 'K3M7P2QA' }]));
    expect(() => readShops(file)).toThrow(/document 2: [^]*code/);
  });
});
