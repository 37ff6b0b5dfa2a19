import fc from 'fast-check';
import { partsOf } from '../../miniprogram/features/merchants/marked-text';
import { searchOf } from '../../miniprogram/packages/circle/search-field/search-of';
import { HOT_WORDS, withSearch } from '../../miniprogram/packages/circle/search/search-ideas';
import { MAX_SEARCH_LENGTH } from '../../src/domain/limits';
import { CATEGORIES } from '../../src/domain/merchants/category';
import { searchPattern, searchTextOf } from '../../src/domain/merchants/search';

/** The text with what was found in brackets. */
const marked = (text: string, search: string): string =>
  partsOf(text, search)
    .map((part) => (part.isFound ? `[${part.text}]` : part.text))
    .join('');

describe('the words of a search in a text', () => {
  test.each([
    ['咕嘟牛油火锅', '火锅', '咕嘟牛油[火锅]'],
    ['老塘河面馆', '面 老', '[老]塘河[面]馆'],
    ['Manner 咖啡', 'manner', '[Manner] 咖啡'],
    ['哈哈哈', '哈哈', '[哈哈哈]'],
    ['老塘河面馆', '河面 塘河', '老[塘河面]馆'],
    ['半边瓜', '火锅', '半边瓜'],
    ['半边瓜', '  ', '半边瓜'],
    ['a.c', '.', 'a[.]c'],
  ])('%s for %s: %s', (text, search, result) => {
    expect(marked(text, search)).toBe(result);
  });

  test('together the parts are the text, whatever is searched for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, search) => {
        expect(partsOf(text, search).map((part) => part.text)).toEqual(
          expect.arrayContaining(text === '' ? [] : [expect.any(String)]) as string[],
        );
        expect(
          partsOf(text, search)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('what is sent', () => {
  test.each([
    ['', undefined],
    ['   ', undefined],
    [' 火锅 ', '火锅'],
  ])('%j as %j', (typed, sent) => {
    expect(searchOf(typed)).toBe(sent);
  });

  test('is never longer than the cloud takes', () => {
    expect(searchOf('长'.repeat(50))).toHaveLength(MAX_SEARCH_LENGTH);
  });
});

describe('ideas', () => {
  test.each(CATEGORIES)('the word for %s finds its shops and no other kind', (category) => {
    const pattern = new RegExp(searchPattern(HOT_WORDS[category]), 'u');
    const finds = CATEGORIES.filter((kind) =>
      pattern.test(searchTextOf({ name: '', category: kind, address: '' })),
    );
    expect(finds).toEqual([category]);
  });

  test('the history has the newest first, each once, and ten at most', () => {
    expect(withSearch(['水果', '火锅'], '火锅')).toEqual(['火锅', '水果']);
    const ten = Array.from({ length: 10 }, (_, at) => `词${at}`);
    expect(withSearch(ten, '新')).toEqual(['新', ...ten.slice(0, 9)]);
  });
});
