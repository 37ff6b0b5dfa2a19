// Finding shops by words: taken literally, in any order, in small and capital letters.
import fc from 'fast-check';
import { searchPattern, searchTextOf } from '../../src/domain/merchants/search';

const shop = {
  name: '老塘河面馆 (A+B) No.1',
  category: 'restaurant',
  address: '文三路 201-3 号 [东门] C:\\x ^_^ $5 {2} a|b /c',
} as const;
const text = searchTextOf(shop);

function finds(search: string, inText = text): boolean {
  return new RegExp(searchPattern(search), 's').test(inText);
}

test.each([
  '面馆',
  '文三路',
  '老塘河 文三',
  '文三 老塘河',
  '快餐',
  'no.1',
  'NO.1',
  ' 面馆 ',
  '面馆\u3000文三路',
  '(a+b)',
  '201-3',
  '[东门]',
  'c:\\x',
  '^_^',
  '$5',
  '{2}',
  'a|b',
  '/c',
  '面馆 面馆',
])('%s finds the shop', (search) => {
  expect(finds(search)).toBe(true);
});

test.each([
  '火锅',
  '面馆 火锅',
  'no11',
  '文.路',
  '.*',
  'a.b',
  '面馆$',
  '^老',
  '(?:)',
  '[a-z]',
  '馆面',
  '\\d',
])('%s does not', (search) => {
  expect(finds(search)).toBe(false);
});

test('each kind of shop is found by what people call it', () => {
  expect(finds('奶茶', searchTextOf({ ...shop, category: 'tea' }))).toBe(true);
  expect(finds('奶茶')).toBe(false);
});

const CHARACTERS = Array.from('ab面.*+?^$()[]{}|\\/-_n1');

test('a search finds exactly the texts that have all of its words', () => {
  const word = fc.string({
    minLength: 1,
    maxLength: 4,
    unit: fc.constantFrom(...CHARACTERS),
  });
  const spaces = fc.constantFrom(' ', '  ', '\u3000', '\t');
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 4 }),
      fc.string({ maxLength: 30, unit: fc.constantFrom(...CHARACTERS, ' ', '\n') }),
      spaces,
      (words, inText, space) => {
        const isThere = words.every((each) => inText.includes(each));
        expect(finds(words.join(space).toUpperCase(), inText)).toBe(isThere);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a long text that does not match is refused at once', () => {
  const start = performance.now();
  expect(finds('a a a a a a a a a z', 'a'.repeat(20_000))).toBe(false);
  expect(performance.now() - start).toBeLessThan(200);
});
