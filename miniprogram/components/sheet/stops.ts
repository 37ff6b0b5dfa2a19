// The three heights of a sheet, and where it comes to rest after a drag.

export type Stop = 'peek' | 'half' | 'full';

const ORDER: readonly Stop[] = ['peek', 'half', 'full'];
/** A drag shorter than this, px, is a tap's tremble. */
const TREMBLE = 24;
/** A drag as long as this share of the room passes two stops. */
const LONG_SHARE = 0.42;

/** The stop after the finger moved by `movedUp` px (down is negative) in a room of `room` px. */
export function stopAfterDrag(
  from: Stop,
  { movedUp, room }: { readonly movedUp: number; readonly room: number },
): Stop {
  if (Math.abs(movedUp) < TREMBLE) return from;
  const steps = Math.abs(movedUp) > room * LONG_SHARE ? 2 : 1;
  const index = ORDER.indexOf(from) + Math.sign(movedUp) * steps;
  return ORDER[Math.min(ORDER.length - 1, Math.max(0, index))] ?? from;
}
