// All pictures of a folder on one page, to be looked at together.
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';

const WIDTH = 260;
const COLUMNS = 6;

/** Draws the pictures with their names into one PNG. */
export async function drawContactSheet(
  browser: Browser,
  options: { pictures: readonly { name: string; file: string }[]; to: string },
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: (WIDTH + 12) * COLUMNS, height: 600 } });
  const figures = options.pictures.map(({ name, file }) => {
    const data = readFileSync(file).toString('base64');
    return `<figure><figcaption>${name}</figcaption><img width="${WIDTH}" src="data:image/png;base64,${data}"></figure>`;
  });
  await page.setContent(
    `<style>body{margin:0;background:#888;display:flex;flex-wrap:wrap;font:14px sans-serif}
     figure{margin:6px}</style>${figures.join('')}`,
  );
  await page.screenshot({ path: options.to, fullPage: true });
  await page.close();
}
