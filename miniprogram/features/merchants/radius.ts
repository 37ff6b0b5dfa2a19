// The sizes of my circle that one can choose (B2: 0.5 to 10 km).
import { MAX_RADIUS_METRES, MIN_RADIUS_METRES } from '../../../src/domain/limits';

export const RADIUS_CHOICES: readonly number[] = [
  MIN_RADIUS_METRES,
  1000,
  1500,
  2000,
  3000,
  4000,
  5000,
  7000,
  MAX_RADIUS_METRES,
];

/** `500 米`, `1.5 公里`, `3 公里`. */
export function radiusText(metres: number): string {
  return metres < 1000 ? `${metres} 米` : `${metres / 1000} 公里`;
}

/** The next larger circle; undefined at the largest. */
export function widerThan(metres: number): number | undefined {
  return RADIUS_CHOICES.find((choice) => choice > metres);
}
