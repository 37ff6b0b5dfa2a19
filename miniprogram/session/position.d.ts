// The phone's position; position.weapp.ts asks WeChat, position.h5.ts the preview's picker.
import type { Position } from '../../src/contracts/values';

/** GCJ-02. Rejects with `{ errMsg }`; a refusal says `auth deny`. */
export function askPosition(): Promise<Position>;
/** Browser only: where the preview says I am; null is a refusal. */
export function setPreviewPosition(position: Position | null): void;
