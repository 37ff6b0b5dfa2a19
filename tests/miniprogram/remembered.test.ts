import { forget, recall, remember } from '../../miniprogram/session/remembered';

const phone = new Map<string, unknown>();

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => phone.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => phone.set(key, value),
    removeStorageSync: (key: string) => phone.delete(key),
  },
}));

const place = {
  id: 'hz-cuiyuan',
  name: '翠苑新村',
  kind: 'community' as const,
  city: '杭州',
  position: { longitude: 120.12, latitude: 30.28 },
};

beforeEach(() => phone.clear());

describe('what the phone remembers', () => {
  test('gives back the radius, the place and the text size', () => {
    remember('radiusMetres', 1500);
    remember('chosenPlace', place);
    remember('textSize', 'large');
    expect(recall('radiusMetres')).toBe(1500);
    expect(recall('chosenPlace')).toEqual(place);
    expect(recall('textSize')).toBe('large');
  });

  test('forgets on demand', () => {
    remember('chosenPlace', place);
    forget('chosenPlace');
    expect(recall('chosenPlace')).toBeUndefined();
  });

  test.each([499, 10_001, 1500.5, '3000', null])('a radius of %p counts as absent', (radius) => {
    phone.set('radiusMetres', radius);
    expect(recall('radiusMetres')).toBeUndefined();
  });

  test.each([
    { ...place, position: { longitude: '120', latitude: 30 } },
    { ...place, position: undefined },
    { ...place, name: 7 },
    { ...place, kind: undefined },
    'hz-cuiyuan',
  ])('a broken place counts as absent: %j', (broken) => {
    phone.set('chosenPlace', broken);
    expect(recall('chosenPlace')).toBeUndefined();
  });

  test('keeps what was searched for', () => {
    remember('searchHistory', ['火锅', '水果']);
    expect(recall('searchHistory')).toEqual(['火锅', '水果']);
  });

  test.each([[['']], [[7]], ['火锅'], [['长'.repeat(21)]]])(
    'a broken history counts as absent: %j',
    (broken) => {
      phone.set('searchHistory', broken);
      expect(recall('searchHistory')).toBeUndefined();
    },
  );

  test('a text size of another version counts as absent', () => {
    phone.set('textSize', 'huge');
    expect(recall('textSize')).toBeUndefined();
  });
});
