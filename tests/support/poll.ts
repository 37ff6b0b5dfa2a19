/** Longest that a test waits for anything, in milliseconds. */
const PATIENCE_MS = 45_000;
const STEP_MS = 10;

/**
 * Waits until `isReady` holds. Fails after 45 s (or `patienceMs`) with what it waited for.
 */
export async function pollUntil(
  isReady: () => boolean | Promise<boolean>,
  what: () => string,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  while (!(await isReady())) {
    if (performance.now() > giveUpAt) throw new Error(`waited in vain for ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
