// What stands behind a subject: walls, tables, cloths, an awning, a window.
import { GLEAM, PAPER, SHADE } from './colours';
import { SHEET, type Pen, type Spot } from './pen';

function fill(colour: string): string {
  return `<rect width="${SHEET}" height="${SHEET}" fill="${colour}"/>`;
}

/** A wall with a soft round patch of light, and a table in front. */
export function tableScene(pen: Pen, colours: { wall: string; light: string; table: string }) {
  return [
    fill(colours.wall),
    pen.oval([160, 138, 122, 118], colours.light),
    pen.shape('-20,236 340,232 340,340 -20,340', colours.table),
    pen.line('-10,246 110,244 330,243', GLEAM, 3),
  ].join('');
}

/** A table seen from above, with a cloth of broad stripes. */
export function clothScene(pen: Pen, colours: { cloth: string; stripe: string }) {
  const stripes = [-40, 30, 100, 170, 240, 310].map((left) =>
    pen.shape(
      [
        [left, -10],
        [left + 30, -10],
        [left + 62, 330],
        [left + 30, 330],
      ],
      colours.stripe,
    ),
  );
  return fill(colours.cloth) + stripes.join('');
}

/** A wall of tiles above a counter. */
export function tileScene(pen: Pen, colours: { tile: string; joint: string; counter: string }) {
  const rows = [40, 92, 144, 196].map((y): [Spot, Spot] => [
    [0, y],
    [SHEET, y],
  ]);
  const columns = [40, 92, 144, 196].flatMap((y, row) =>
    [0, 1, 2, 3, 4].map((column): [Spot, Spot] => {
      const x = column * 80 + (row % 2) * 40;
      return [
        [x, y - 52],
        [x, y],
      ];
    }),
  );
  return [
    fill(colours.tile),
    pen.strokes([...rows, ...columns], colours.joint, 3),
    pen.shape('-20,232 340,235 340,340 -20,340', colours.counter),
  ].join('');
}

/** A striped awning over a shop front. */
export function awningScene(pen: Pen, colours: { wall: string; awning: string; floor: string }) {
  const stripes = [0, 1, 2, 3, 4, 5, 6, 7].map((index) => {
    const left = index * 40;
    const colour = index % 2 === 0 ? colours.awning : PAPER;
    return `<path d="M${left} 0h40v62a20 20 0 0 1-40 0z" fill="${colour}"/>`;
  });
  return [
    fill(colours.wall),
    pen.shape('-20,262 340,258 340,340 -20,340', colours.floor),
    `<rect y="62" width="${SHEET}" height="34" fill="${SHADE}"/>`,
    ...stripes,
    `<rect width="${SHEET}" height="12" fill="${SHADE}"/>`,
  ].join('');
}

/** A wall with a window; `view` is drawn behind the panes. */
export function windowScene(
  pen: Pen,
  colours: { wall: string; sky: string; frame: string; sill: string },
  ...view: readonly string[]
) {
  return [
    fill(colours.wall),
    pen.box([52, 26, 216, 196], colours.frame, 14),
    pen.box([64, 38, 192, 178], colours.sky, 8),
    ...view,
    pen.strokes(['160,38 160,214', '64,118 256,118'], colours.frame, 8),
    pen.shape('-20,222 340,220 340,340 -20,340', colours.sill),
    pen.line('-10,231 150,230 330,229', GLEAM, 3),
  ].join('');
}

/** A plain sheet with a large half disc rising from the ground, as on a poster. */
export function posterScene(pen: Pen, colours: { sheet: string; disc: string; ground: string }) {
  return [
    fill(colours.sheet),
    pen.oval([160, 168, 132, 130], colours.disc),
    pen.shape('-20,252 150,244 340,250 340,340 -20,340', colours.ground, 60),
  ].join('');
}
