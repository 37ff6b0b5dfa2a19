// What the phone keeps for next time. What is broken or of an older form counts as absent.
import Taro from '@tarojs/taro';
import { MAX_RADIUS_METRES, MAX_SEARCH_LENGTH, MIN_RADIUS_METRES } from '../../src/domain/limits';
import type { ChosenPlace, TextSize } from './session-types';

interface Remembered {
  readonly chosenPlace: ChosenPlace;
  readonly radiusMetres: number;
  readonly textSize: TextSize;
  /** What was searched for, newest first. */
  readonly searchHistory: readonly string[];
  /** Visits of today that the cloud knows of, a line each. */
  readonly toldVisits: readonly string[];
  /** Whom the browser preview plays. */
  readonly previewOpenid: string;
  /** Where it plays the person to be; `none` refuses the location. */
  readonly previewPlaceId: string;
}
type Key = keyof Remembered;

const isValid: { readonly [K in Key]: (value: unknown) => value is Remembered[K] } = {
  chosenPlace: isChosenPlace,
  radiusMetres: (value): value is number =>
    Number.isInteger(value) &&
    Number(value) >= MIN_RADIUS_METRES &&
    Number(value) <= MAX_RADIUS_METRES,
  textSize: (value): value is TextSize => value === 'normal' || value === 'large',
  searchHistory: (value): value is readonly string[] =>
    Array.isArray(value) && value.every((text) => isText(text) && text.length <= MAX_SEARCH_LENGTH),
  toldVisits: (value): value is readonly string[] => Array.isArray(value) && value.every(isText),
  previewOpenid: isText,
  previewPlaceId: isText,
};

export function recall<K extends Key>(key: K): Remembered[K] | undefined {
  const value: unknown = Taro.getStorageSync(key);
  return isValid[key](value) ? value : undefined;
}

export function remember<K extends Key>(key: K, value: Remembered[K]): void {
  Taro.setStorageSync(key, value);
}

export function forget(key: Key): void {
  Taro.removeStorageSync(key);
}

function isChosenPlace(value: unknown): value is ChosenPlace {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, kind, city, position } = value as Partial<Record<keyof ChosenPlace, unknown>>;
  return (
    [id, name, city].every((text) => typeof text === 'string') &&
    (kind === 'community' || kind === 'landmark') &&
    isPosition(position)
  );
}

function isPosition(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { longitude, latitude } = value as { longitude?: unknown; latitude?: unknown };
  return Number.isFinite(longitude) && Number.isFinite(latitude);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
