// Asks the phone where it is. The position lives in the session and is never stored.
import { distanceMetres } from '../../src/domain/geo/distance';
import { askPosition } from './position';
import { currentSession } from './session';

/** A walk shorter than this does not change what is around. */
const MOVED_METRES = 500;

/** Takes the position again; keeps the old one while the person has hardly moved. Never rejects. */
export async function locate(): Promise<void> {
  const { located, setLocating } = currentSession();
  if (located === null) setLocating('asking');
  try {
    const found = await askPosition();
    const isNew = located === null || distanceMetres(located, found) >= MOVED_METRES;
    setLocating('located', isNew ? found : located);
  } catch (error) {
    setLocating(isRefusal(error) ? 'refused' : 'failed');
  }
}

function isRefusal(error: unknown): boolean {
  const text =
    typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : '';
  return /auth|deny|denied|privacy|permission/i.test(text);
}
