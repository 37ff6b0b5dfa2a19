// Distances, compared with another formula (angle between vectors), computed elsewhere.
import fc from 'fast-check';
import { distanceMetres, walkingMinutes, type Position } from '../../src/domain/geo/distance';
import vectors from '../vectors/distances.json';

test.each(vectors)('$why: $metres m', ({ from, to, metres }) => {
  expect(distanceMetres(from, to)).toBe(metres);
  expect(distanceMetres(to, from)).toBe(metres);
});

const position = fc.record({
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
});
const inTown = fc.record({
  longitude: fc.double({ min: 120, max: 120.3, noNaN: true }),
  latitude: fc.double({ min: 30, max: 30.3, noNaN: true }),
});

test('a distance is a whole number of metres, 0 to half the earth, the same both ways', () => {
  fc.assert(
    fc.property(position, position, (a, b) => {
      const metres = distanceMetres(a, b);
      expect(Number.isInteger(metres)).toBe(true);
      expect(metres).toBeGreaterThanOrEqual(0);
      expect(metres).toBeLessThanOrEqual(20_015_115);
      expect(distanceMetres(b, a)).toBe(metres);
      expect(distanceMetres(a, a)).toBe(0);
    }),
  );
});

test('a way round by a third place is never shorter, but for rounding', () => {
  fc.assert(
    fc.property(position, position, position, (a, b, c) => {
      const round = distanceMetres(a, c) + distanceMetres(c, b);
      expect(distanceMetres(a, b)).toBeLessThanOrEqual(round + 2);
    }),
  );
});

test('in a town the earth is flat to within a metre in a thousand', () => {
  const flat = (a: Position, b: Position): number => {
    const degree = 111_195.08;
    const middle = (((a.latitude + b.latitude) / 2) * Math.PI) / 180;
    const east = (b.longitude - a.longitude) * degree * Math.cos(middle);
    return Math.hypot(east, (b.latitude - a.latitude) * degree);
  };
  fc.assert(
    fc.property(inTown, inTown, (a, b) => {
      expect(Math.abs(distanceMetres(a, b) - flat(a, b))).toBeLessThanOrEqual(
        1 + flat(a, b) / 1000,
      );
    }),
  );
});

test.each([
  [0, 1],
  [1, 1],
  [89, 1],
  [90, 2],
  [150, 3],
  [600, 10],
  [3000, 50],
])('%i m are %i minutes on foot', (metres, minutes) => {
  expect(walkingMinutes(metres)).toBe(minutes);
});
