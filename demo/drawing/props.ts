// Things that several pictures hold: bowls, balls, leaves, steam, shadows.
import { GLEAM, SHADE } from './colours';
import { ovalSpots, spotsOf, type Oval, type Pen, type Spot, type Spots } from './pen';

export function shadow(pen: Pen, oval: Oval): string {
  return pen.oval(oval, SHADE);
}

/** Something round, lit from the upper left. */
export function ball(pen: Pen, [x, y, size]: readonly [number, number, number], colours: Tones) {
  return [
    pen.oval([x, y, size, size], colours.shade),
    pen.oval([x - size * 0.09, y - size * 0.09, size * 0.87, size * 0.87], colours.body),
    pen.oval([x - size * 0.4, y - size * 0.42, size * 0.16, size * 0.1], GLEAM, -35),
  ].join('');
}

export interface Tones {
  readonly body: string;
  readonly shade: string;
}

/** A leaf from its stalk, pointing to `turn` degrees (0 is right). */
export function leaf(
  pen: Pen,
  stalk: Spot,
  {
    length,
    turn,
    fill,
    vein = GLEAM,
  }: { length: number; turn: number; fill: string; vein?: string },
) {
  const half = length * 0.26;
  return pen.place(
    stalk,
    { turn },
    pen.shape(
      [
        [0, 0],
        [length * 0.3, -half],
        [length * 0.7, -half],
        [length, 0],
        [length * 0.7, half],
        [length * 0.3, half],
      ],
      fill,
      length * 0.22,
    ),
    length < 40
      ? ''
      : pen.line(
          [
            [length * 0.1, 0],
            [length * 0.8, 0],
          ],
          vein,
          2,
        ),
  );
}

/** Wisps that rise from a spot. */
export function steam(pen: Pen, spots: Spots, ink = GLEAM, width = 7): string {
  return spotsOf(spots)
    .map(([x, y]) =>
      pen.line(
        [
          [x, y],
          [x - 14, y - 16],
          [x + 4, y - 32],
          [x + 14, y - 46],
          [x, y - 64],
        ],
        ink,
        width,
      ),
    )
    .join('');
}

/** A bowl from the side, its rim a flat oval; `food` is drawn between inside and body. */
export function bowl(
  pen: Pen,
  { rim, depth, body, shade, inside }: BowlForm,
  ...food: readonly string[]
): string {
  const [x, y, halfWidth, halfHeight] = rim;
  const foot = halfWidth * 0.36;
  const footHeight = halfWidth * 0.08;
  return [
    pen.oval(rim, shade),
    pen.oval([x, y + 2, halfWidth - 8, halfHeight - 5], inside),
    ...food,
    pen.shape(
      [
        [x - foot, y + depth - 8],
        [x + foot, y + depth - 8],
        [x + foot * 0.86, y + depth + footHeight],
        [x - foot * 0.86, y + depth + footHeight],
      ],
      shade,
      6,
    ),
    pen.shape(
      [
        [x - halfWidth, y - 2],
        ...ovalSpots([x, y + 2, halfWidth - 5, halfHeight - 3], { from: 180, to: 0, count: 7 }),
        [x + halfWidth, y - 2],
        ...ovalSpots([x, y, halfWidth, depth], { from: 0, to: 180, count: 9 }),
      ],
      body,
      9,
    ),
    pen.line(
      ovalSpots([x, y, halfWidth - 14, depth - 16], { from: 168, to: 118, count: 4 }),
      GLEAM,
      6,
    ),
  ].join('');
}

interface BowlForm {
  readonly rim: Oval;
  readonly depth: number;
  readonly body: string;
  readonly shade: string;
  readonly inside: string;
}

/** A pair of chopsticks between two spots. */
export function chopsticks(pen: Pen, from: Spot, to: Spot, ink: string): string {
  const aside: Spot = [(to[1] - from[1]) * 0.05, (from[0] - to[0]) * 0.05 + 6];
  return pen.strokes(
    [
      [from, to],
      [
        [from[0] + aside[0] * 2, from[1] + aside[1] * 1.6],
        [to[0] + aside[0], to[1] + aside[1] * 0.6],
      ],
    ],
    ink,
    7,
  );
}
