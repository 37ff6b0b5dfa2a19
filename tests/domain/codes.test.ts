// Codes in every way in which they arrive.
import fc from 'fast-check';
import {
  entryLink,
  entryScene,
  groupedCode,
  merchantLink,
  merchantScene,
  parseScan,
  personScene,
  type Scan,
} from '../../src/domain/codes/scan';
import vectors from '../vectors/codes.json';

interface Vector {
  readonly why: string;
  readonly input: Readonly<Record<'scene' | 'path' | 'q' | 'text', string | undefined>>;
  readonly scan: Scan | null;
}

/** JSON knows no undefined: what is absent there stays absent here. */
const cases = vectors as unknown as readonly Vector[];
/** What WeChat allows in a scene, and how long it may be. */
const ALLOWED = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;

test.each(cases)('$why', ({ input, scan }) => {
  const { scene, path, q, text } = input;
  const arrived = {
    ...(scene === undefined ? {} : { scene }),
    ...(path === undefined ? {} : { path }),
    ...(q === undefined ? {} : { q }),
    ...(text === undefined ? {} : { text }),
  };
  expect(parseScan(arrived)).toStrictEqual(scan);
});

const letters = (set: string, lengths: { minLength: number; maxLength: number }) =>
  fc.string({ unit: fc.constantFrom(...Array.from(set)), ...lengths });
const lower = 'abcdefghijklmnopqrstuvwxyz0123456789';
const merchantCode = letters(lower, { minLength: 8, maxLength: 8 });
const table = fc.option(
  letters(`${lower}ABCDEFGHIJKLMNOPQRSTUVWXYZ-`, { minLength: 1, maxLength: 10 }),
  { nil: undefined },
);
const account = letters('0123456789abcdef', { minLength: 24, maxLength: 24 }).map(
  (id) => `u-${id}`,
);

/** All ways in which one scene reaches us. */
function arrivals(scene: string): Parameters<typeof parseScan>[0][] {
  const encoded = encodeURIComponent(scene);
  const link = `https://pay.example.com/shop?scene=${encoded}`;
  return [
    { scene },
    { scene: encoded },
    { path: `pages/pay/index?scene=${encoded}` },
    { path: `/pages/pay/index?scene=${scene}` },
    { path: `pages/pay/index?scene=${encodeURIComponent(encoded)}` },
    { path: `pages/pay/index?scene=${scene}&from=groupmessage&isappinstalled=0` },
    { path: encodeURIComponent(`pages/pay/index?scene=${encoded}`) },
    { scene: encodeURIComponent(encoded) },
    { q: link },
    { q: encodeURIComponent(link) },
    { q: encodeURIComponent(encodeURIComponent(link)) },
    { q: encodeURIComponent(`https://pay.example.com/shop?${scene}`) },
    { text: scene },
    { text: link },
  ];
}

test('the scene of a shop and a table is allowed by WeChat and comes back in every way', () => {
  fc.assert(
    fc.property(merchantCode, table, (code, at) => {
      const shop = { merchantCode: code, ...(at === undefined ? {} : { table: at }) };
      const scene = merchantScene(shop);
      expect(scene).toMatch(ALLOWED);
      for (const arrival of arrivals(scene)) {
        expect(parseScan(arrival)).toStrictEqual({ kind: 'merchant', ...shop });
      }
    }),
  );
});

test('the printed link of a shop and a table comes back as WeChat gives it in q, and when pasted', () => {
  fc.assert(
    fc.property(merchantCode, table, (code, at) => {
      const shop = { merchantCode: code, ...(at === undefined ? {} : { table: at }) };
      const link = merchantLink({ page: 'https://pay.example.com/s', ...shop });
      for (const arrival of [{ q: encodeURIComponent(link) }, { q: link }, { text: link }]) {
        expect(parseScan(arrival)).toStrictEqual({ kind: 'merchant', ...shop });
      }
    }),
  );
});

test('the entry code of a shop is allowed by WeChat and comes back in every way, as no other kind', () => {
  fc.assert(
    fc.property(merchantCode, (code) => {
      const scene = entryScene(code);
      expect(scene).toMatch(ALLOWED);
      const link = entryLink({ page: 'https://pay.example.com/s', merchantCode: code });
      for (const arrival of [...arrivals(scene), { q: encodeURIComponent(link) }, { text: link }]) {
        expect(parseScan(arrival)).toStrictEqual({ kind: 'entry', merchantCode: code });
      }
    }),
  );
});

test('the code that a card prints comes back when it is typed as printed, in any case', () => {
  expect(groupedCode('k3m7p2qa')).toBe('k3m7 p2qa');
  fc.assert(
    fc.property(merchantCode, (code) => {
      const printed = groupedCode(code);
      for (const typed of [printed, printed.toUpperCase(), printed.replace(' ', '-')]) {
        expect(parseScan({ text: typed })).toStrictEqual({ kind: 'merchant', merchantCode: code });
      }
    }),
  );
});

test('a person’s code is allowed by WeChat and comes back in every way', () => {
  fc.assert(
    fc.property(account, (id) => {
      expect(personScene(id)).toMatch(ALLOWED);
      for (const arrival of arrivals(personScene(id))) {
        expect(parseScan(arrival)).toEqual({ kind: 'person', account: id });
      }
    }),
  );
});

function sceneOf(scan: Scan): string {
  switch (scan.kind) {
    case 'merchant':
      return merchantScene({
        merchantCode: scan.merchantCode,
        ...(scan.table === undefined ? {} : { table: scan.table }),
      });
    case 'entry':
      return entryScene(scan.merchantCode);
    case 'person':
      return personScene(scan.account);
  }
}

test('no text whatever breaks the parser, and what it reads is a right code', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    letters('m=&te%23DuU?scene-/019af', { minLength: 0, maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  );
  fc.assert(
    fc.property(text, fc.constantFrom('scene', 'path', 'q', 'text'), (arrived, way) => {
      const scan = parseScan({ [way]: arrived });
      if (scan === null) return;
      expect(parseScan({ scene: sceneOf(scan) })).toEqual(scan);
    }),
    { numRuns: 3000 },
  );
});

test('a text of a million characters is no code, and is told at once', () => {
  const start = performance.now();
  for (const long of ['m='.repeat(500_000), '%'.repeat(1_000_000), 'a'.repeat(1_000_000)]) {
    expect(parseScan({ text: long })).toBeNull();
  }
  expect(parseScan({ text: `noodles1${' '.repeat(1_000_000)}` })).not.toBeNull();
  expect(performance.now() - start).toBeLessThan(2000);
});
