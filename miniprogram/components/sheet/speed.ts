// How fast a finger was when it left.

export interface Touch {
  /** px from the screen's top. */
  readonly y: number;
  /** ms. */
  readonly at: number;
}

/** Only the end of a drag counts: who stops before letting go does not fling. */
const WINDOW_MS = 100;

/** px/ms upwards at `now`, from the touches of a drag, oldest first; 0 for a finger that rested. */
export function speedUp(touches: readonly Touch[], now: number): number {
  const late = touches.filter(({ at }) => now - at <= WINDOW_MS);
  const [first, last] = [late[0], late[late.length - 1]];
  if (first === undefined || last === undefined || last.at === first.at) return 0;
  return (first.y - last.y) / (last.at - first.at);
}

/** A drag with one touch more: where it began, and what tells of its end. */
export function withTouch(touches: readonly Touch[], touch: Touch): readonly Touch[] {
  const [first, ...rest] = touches;
  if (first === undefined) return [touch];
  return [first, ...rest.filter(({ at }) => touch.at - at <= WINDOW_MS), touch];
}
