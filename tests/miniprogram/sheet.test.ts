import { speedUp, withTouch } from '../../miniprogram/components/sheet/speed';
import { followed, stopAfterDrag, stopAfterTap } from '../../miniprogram/components/sheet/stops';

const room = 800;

describe('a sheet that is thrown', () => {
  test.each([
    ['half', 12, 0.9, 'full'],
    ['half', -12, -0.9, 'peek'],
    ['peek', 20, 0.9, 'half'],
    ['half', 4, 0.9, 'half'],
  ] as const)('from %s by %d px at %d px/ms it rests at %s', (from, movedUp, speed, to) => {
    expect(stopAfterDrag(from, { movedUp, speedUp: speed, room })).toBe(to);
  });

  test('thrown back before the finger leaves it returns', () => {
    expect(stopAfterDrag('half', { movedUp: 200, speedUp: -0.9, room })).toBe('half');
  });

  test('a long drag that is let go at rest goes as far as it was taken', () => {
    expect(stopAfterDrag('peek', { movedUp: 400, speedUp: 0, room })).toBe('full');
  });
});

describe('a tap on the handle', () => {
  test.each([
    ['peek', 'half'],
    ['half', 'full'],
    ['full', 'half'],
  ] as const)('leads from %s to %s', (from, to) => {
    expect(stopAfterTap(from)).toBe(to);
  });
});

describe('how the edge follows the finger', () => {
  test('between the stops it is under the finger', () => {
    expect([followed('half', 90), followed('peek', 90), followed('full', -90)]).toEqual([
      90, 90, -90,
    ]);
  });

  test('beyond the last stop it hardly moves', () => {
    expect(Math.abs(followed('full', 100))).toBeLessThan(30);
    expect(Math.abs(followed('peek', -100))).toBeLessThan(30);
  });
});

describe('the speed of a finger', () => {
  test('is that of the last tenth of a second', () => {
    const touches = [
      { y: 800, at: 0 },
      { y: 500, at: 1000 },
      { y: 450, at: 1050 },
    ];
    expect(speedUp(touches, 1060)).toBe(1);
  });

  test('is none for a finger that rested before it left', () => {
    const touches = [
      { y: 500, at: 0 },
      { y: 300, at: 50 },
    ];
    expect(speedUp(touches, 900)).toBe(0);
  });

  test('is known from where the drag began and its end, however long it lasted', () => {
    let touches = withTouch([], { y: 900, at: 0 });
    for (let at = 10; at <= 5000; at += 10) touches = withTouch(touches, { y: 900 - at / 10, at });
    expect(touches[0]).toEqual({ y: 900, at: 0 });
    expect(touches.length).toBeLessThan(15);
    expect(speedUp(touches, 5000)).toBeCloseTo(0.1);
  });
});
