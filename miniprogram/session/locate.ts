// Asks the phone where it is. The position lives in the session and is never stored.
import { distanceMetres } from '../../src/domain/geo/distance';
import { askPosition } from './position';
import { currentSession } from './session';
import { wechatMessage } from '../wechat-error';

/** A walk shorter than this does not change what is around. */
const MOVED_METRES = 500;
/** WeChat answers calls that follow closer with the position that it has given before. */
const REST_MS = 30_000;
let askedAt = -Infinity;

/** Takes the position again; keeps the old one while the person has hardly moved. Never rejects. */
export async function locate(): Promise<void> {
  const { located, setLocating } = currentSession();
  if (located === null) setLocating('asking');
  askedAt = Date.now();
  try {
    const found = await askPosition();
    const isNew = located === null || distanceMetres(located, found) >= MOVED_METRES;
    setLocating('located', isNew ? found : located);
  } catch (error) {
    if (isRefusal(error)) setLocating('refused');
    // One answer that does not come makes nobody lose the place that is known.
    else setLocating(located === null ? 'failed' : 'located');
  }
}

/**
 * Follows the phone without being told to: not while a place is chosen by hand, and not again
 * right after the last answer.
 */
export async function follow(): Promise<void> {
  const { chosenPlace, locating } = currentSession();
  if (chosenPlace !== null || locating === 'asking') return;
  if (locating === 'located' && Date.now() - askedAt < REST_MS) return;
  await locate();
}

function isRefusal(error: unknown): boolean {
  return /auth|deny|denied|privacy|permission/i.test(wechatMessage(error));
}
