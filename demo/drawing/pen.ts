// Draws with a slightly unsteady hand: cut-paper shapes on a sheet of 320 × 320.
import { seededRandom, type Random } from '../random';

export type Spot = readonly [x: number, y: number];
/** Centre and half axes. */
export type Oval = readonly [x: number, y: number, halfWidth: number, halfHeight: number];
type Box = readonly [left: number, top: number, width: number, height: number];

/** Spots one by one, or as SVG writes them in `points`: '10,20 30,40'. */
export type Spots = string | readonly Spot[];

export const SHEET = 320;

/** Every method gives SVG markup. The same seed draws the same. */
export class Pen {
  readonly #random: Random;

  constructor(seed: string) {
    this.#random = seededRandom(seed);
  }

  /** A closed shape with rounded corners; `round` is the corner's reach along its sides. */
  shape(corners: Spots, fill: string, round = 10): string {
    return `<path d="${this.#outline(spotsOf(corners), round)}" fill="${fill}"/>`;
  }

  /** An oval, turned clockwise by degrees. */
  oval([x, y, halfWidth, halfHeight]: Oval, fill: string, turn = 0): string {
    if (Math.max(halfWidth, halfHeight) < 45) {
      const turned = turn === 0 ? '' : ` transform="rotate(${turn} ${tenth(x)} ${tenth(y)})"`;
      const axes = `rx="${tenth(halfWidth)}" ry="${tenth(halfHeight)}"`;
      return `<ellipse cx="${tenth(x)}" cy="${tenth(y)}" ${axes} fill="${fill}"${turned}/>`;
    }
    const ring = ovalSpots([x, y, halfWidth * 1.055, halfHeight * 1.055], { turn, count: 10 });
    return this.shape(ring, fill, Infinity);
  }

  /** A box, drawn by hand. */
  box([left, top, width, height]: Box, fill: string, round = 10): string {
    const right = left + width;
    const bottom = top + height;
    const corners: Spot[] = [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ];
    return this.shape(corners, fill, round);
  }

  /** A line with round ends that bends softly through its spots. */
  line(spots: Spots, ink: string, width: number): string {
    const d = softLine(spotsOf(spots).map((spot) => this.#near(spot, 0.8)));
    return `<path d="${d}" fill="none" stroke="${ink}" stroke-width="${width}" stroke-linecap="round"/>`;
  }

  /** Several separate straight strokes of one colour. */
  strokes(lines: readonly Spots[], ink: string, width: number): string {
    const d = lines.map(
      (line) =>
        `M${spotsOf(line)
          .map((spot) => at(this.#near(spot, 0.8)))
          .join('L')}`,
    );
    return `<path d="${d.join('')}" stroke="${ink}" stroke-width="${width}" stroke-linecap="round"/>`;
  }

  dots(spots: Spots, ink: string, size: number): string {
    const d = spotsOf(spots)
      .map((spot) => `M${at(spot)}h0`)
      .join('');
    return `<path d="${d}" stroke="${ink}" stroke-width="${size}" stroke-linecap="round"/>`;
  }

  /** Dots thrown onto an oval. */
  sprinkle([x, y, halfWidth, halfHeight]: Oval, ink: string, { count, size }: Sprinkle): string {
    const spots = Array.from({ length: count }, (): Spot => {
      const angle = this.#random() * 2 * Math.PI;
      const reach = Math.sqrt(this.#random());
      return [x + Math.cos(angle) * reach * halfWidth, y + Math.sin(angle) * reach * halfHeight];
    });
    return this.dots(spots, ink, size);
  }

  /** Moves, turns (degrees clockwise) and scales what is drawn around 0, 0. */
  place([x, y]: Spot, { turn = 0, scale = 1 }: Placement, ...drawn: readonly string[]): string {
    const turned = turn === 0 ? '' : `rotate(${turn})`;
    const scaled = scale === 1 ? '' : `scale(${scale})`;
    return `<g transform="translate(${x} ${y})${turned}${scaled}">${drawn.join('')}</g>`;
  }

  #outline(corners: readonly Spot[], round: number): string {
    const spots = corners.map((corner) => this.#near(corner, 1.3));
    const parts = spots.map((corner, index) => {
      const before = spots.at(index - 1) ?? corner;
      const after = spots[(index + 1) % spots.length] ?? corner;
      const start = along(corner, before, round);
      const end = along(corner, after, round);
      return `${index === 0 ? 'M' : 'L'}${at(start)}Q${at(corner)} ${at(end)}`;
    });
    return `${parts.join('').replace(/(?<= )(-?\d+ -?\d+)L\1Q/g, '$1Q')}Z`;
  }

  #near([x, y]: Spot, reach: number): Spot {
    return [x + (this.#random() * 2 - 1) * reach, y + (this.#random() * 2 - 1) * reach];
  }
}

export function spotsOf(spots: Spots): readonly Spot[] {
  if (typeof spots !== 'string') return spots;
  return spots.split(' ').map((spot): Spot => {
    const [x, y] = spot.split(',').map(Number);
    if (x === undefined || y === undefined) throw new Error(`not a spot: ${spot}`);
    return [x, y];
  });
}

interface Sprinkle {
  readonly count: number;
  readonly size: number;
}

interface Placement {
  readonly turn?: number;
  readonly scale?: number;
}

/** Spots on an oval or on a part of it; angles in degrees clockwise from the right. */
export function ovalSpots(
  [x, y, halfWidth, halfHeight]: Oval,
  { turn = 0, count = 10, from = 0, to = 360 }: OvalPart,
): Spot[] {
  const isWhole = to - from === 360;
  const steps = isWhole ? count : count - 1;
  const tilt = (turn * Math.PI) / 180;
  return Array.from({ length: count }, (_, index): Spot => {
    const angle = ((from + ((to - from) * index) / steps) * Math.PI) / 180;
    const dx = Math.cos(angle) * halfWidth;
    const dy = Math.sin(angle) * halfHeight;
    return [
      x + dx * Math.cos(tilt) - dy * Math.sin(tilt),
      y + dx * Math.sin(tilt) + dy * Math.cos(tilt),
    ];
  });
}

interface OvalPart {
  readonly turn?: number;
  readonly count?: number;
  readonly from?: number;
  readonly to?: number;
}

function at([x, y]: Spot): string {
  return `${Math.round(x)} ${Math.round(y)}`;
}

function tenth(length: number): number {
  return Math.round(length * 10) / 10;
}

/** The spot `reach` from `from` towards `to`, but not past the middle. */
function along(from: Spot, to: Spot, reach: number): Spot {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const share = length === 0 ? 0 : Math.min(0.5, reach / length);
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

function softLine(spots: readonly Spot[]): string {
  const first = spots[0];
  const last = spots.at(-1);
  if (first === undefined || last === undefined) return '';
  const bends = spots.slice(1, -1).map((spot, index) => {
    const next = spots[index + 2] ?? last;
    const end = index === spots.length - 3 ? last : along(spot, next, Infinity);
    return `Q${at(spot)} ${at(end)}`;
  });
  return `M${at(first)}${bends.length > 0 ? bends.join('') : `L${at(last)}`}`;
}
