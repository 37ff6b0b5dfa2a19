import fc from 'fast-check';
import { MAX_BILL_FEN } from '../../src/domain/limits';
import { fenOf, typeKey, type Key } from '../../miniprogram/components/keypad/typing';

const KEYS: readonly Key[] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'dot', 'delete'];

function typed(keys: readonly Key[]): string {
  return keys.reduce(typeKey, '');
}

/** `12.5` as keys; `<` deletes. */
function keysOf(text: string): Key[] {
  return Array.from(text, (letter) =>
    letter === '.' ? 'dot' : letter === '<' ? 'delete' : (letter as Key),
  );
}

describe('typing an amount', () => {
  test.each([
    ['7', '7', 700],
    ['12.5', '12.5', 1250],
    ['12.05', '12.05', 1205],
    ['0.01', '0.01', 1],
  ])('takes the keys %s as they come', (keys, text, amountFen) => {
    expect(typed(keysOf(keys))).toBe(text);
    expect(fenOf(text)).toBe(amountFen);
  });

  test.each([
    ['a dot before any digit', '.5', '0.5'],
    ['a leading zero', '05', '5'],
    ['several zeros', '000', '0'],
    ['a third decimal', '1.239', '1.23'],
    ['a second dot', '1.2.3', '1.23'],
    ['a dot after a dot', '3..5', '3.5'],
  ])('makes something sensible of %s', (_, keys, text) => {
    expect(typed(keysOf(keys))).toBe(text);
  });

  test('empties the amount when all of it is to go', () => {
    expect(typeKey('12.5', 'clear')).toBe('');
  });

  test('deletes one sign at a time, and nothing where there is nothing', () => {
    expect(typed(keysOf('12.<<'))).toBe('1');
    expect(typed(keysOf('<'))).toBe('');
  });

  test('lets the largest bill through and not one digit more', () => {
    const largest = '1000000';
    expect(fenOf(typed(keysOf(largest)))).toBe(MAX_BILL_FEN);
    expect(typed(keysOf(`${largest}0`))).toBe(largest);
    expect(typed(keysOf(`${largest}.01`))).toBe(`${largest}.0`);
    expect(typed(keysOf('1000001'))).toBe('100000');
  });

  test.each(['', '0.', '12.'])('counts the unfinished text %p as what stands there', (text) => {
    expect(fenOf(text)).toBe(Math.round(Number(`${text}0`) * 100));
  });

  test('never leaves the form of an amount, whatever is pressed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...KEYS), { maxLength: 40 }), (keys) => {
        const text = typed(keys);
        expect(text).toMatch(/^$|^(0|[1-9]\d*)(\.\d{0,2})?$/);
        expect(fenOf(text)).toBeLessThanOrEqual(MAX_BILL_FEN);
        expect(Number.isInteger(fenOf(text))).toBe(true);
      }),
    );
  });

  test('a digit and a delete give back what was, unless it replaced a single zero', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...KEYS), { maxLength: 12 }),
        fc.constantFrom(...KEYS.filter((key) => key !== 'delete')),
        (keys, key) => {
          const before = typed(keys);
          const after = typeKey(before, key);
          fc.pre(after !== before && before !== '0' && before !== '');
          expect(typeKey(after, 'delete')).toBe(before);
        },
      ),
    );
  });
});
