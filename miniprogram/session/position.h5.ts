import type { Position } from '../../src/contracts/values';

let tell: (position: Position | null) => void;
let told = new Promise<Position | null>((resolve) => {
  tell = resolve;
});

export async function askPosition(): Promise<Position> {
  const position = await told;
  if (position === null) throw new PositionRefused();
  return position;
}

export function setPreviewPosition(position: Position | null): void {
  tell(position);
  told = Promise.resolve(position);
}

/** Looks like WeChat's own refusal. */
class PositionRefused extends Error {
  readonly errMsg = 'getLocation:fail auth deny';
}
