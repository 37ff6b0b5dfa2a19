// The three heights of a sheet, and where it comes to rest after a drag, a fling or a tap.

export type Stop = 'peek' | 'half' | 'full';

const ORDER: readonly Stop[] = ['peek', 'half', 'full'];
/** A drag shorter than this, px, is a tap's tremble. */
const TREMBLE = 24;
/** A drag as long as this share of the room passes two stops. */
const LONG_SHARE = 0.42;
/** A finger that leaves faster than this, px/ms, throws the sheet on. */
const FLING = 0.5;
/** Even a fling needs so many px, or it was a tap. */
const FLING_LEAST = 8;
/** Beyond its last stop a sheet follows the finger by this share only. */
const STIFFNESS = 0.18;

export interface Dragged {
  /** px; down is negative. */
  readonly movedUp: number;
  /** px/ms at the end, down is negative. */
  readonly speedUp?: number;
  /** Height that the sheet moves in, px. */
  readonly room: number;
}

/** The stop after a drag. A fling goes its own way, even against the drag before it. */
export function stopAfterDrag(from: Stop, { movedUp, speedUp = 0, room }: Dragged): Stop {
  const isLong = Math.abs(movedUp) > room * LONG_SHARE;
  if (Math.abs(speedUp) > FLING && Math.abs(movedUp) >= FLING_LEAST) {
    const isOnward = Math.sign(speedUp) === Math.sign(movedUp);
    return isOnward ? stepped(from, Math.sign(movedUp) * (isLong ? 2 : 1)) : from;
  }
  if (Math.abs(movedUp) < TREMBLE) return from;
  return stepped(from, Math.sign(movedUp) * (isLong ? 2 : 1));
}

/** The stop after a tap on the handle: one up, and from the top back to the middle. */
export function stopAfterTap(from: Stop): Stop {
  return from === 'full' ? 'half' : stepped(from, 1);
}

/** How far the edge follows a finger, px: stiff where there is no stop to go to. */
export function followed(from: Stop, movedUp: number): number {
  const isBeyond = (from === 'full' && movedUp > 0) || (from === 'peek' && movedUp < 0);
  return isBeyond ? movedUp * STIFFNESS : movedUp;
}

function stepped(from: Stop, steps: number): Stop {
  const index = ORDER.indexOf(from) + steps;
  return ORDER[Math.min(ORDER.length - 1, Math.max(0, index))] ?? from;
}
