import type { Page } from 'playwright-core';

const CALM_MS = 400;

/** Waits until fonts and pictures are there and nothing in the page has changed for a while. */
export async function waitUntilStill(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(async (calmMs) => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await new Promise<void>((resolve) => {
      const end = (): void => {
        observer.disconnect();
        resolve();
      };
      let timer = setTimeout(end, calmMs);
      const observer = new MutationObserver(() => {
        clearTimeout(timer);
        timer = setTimeout(end, calmMs);
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    });
  }, CALM_MS);
}
