// Draws the pins of WeChat's map (PNG, since its markers take no SVG) from the app's icons:
// `tsx scripts/draw-pins.ts`, needs Chromium (CHROME_PATH).
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { compileString } from 'sass';
import { CATEGORIES } from '../src/domain/merchants/merchant';

const root = path.resolve(__dirname, '..');
const folder = path.join(root, 'miniprogram/assets/pins');
const BRAND = '#ff5a1f';
const ACCENT = '#0b8f7a';
/** Two pixels a point: sharp enough, and half the size of three. */
const SCALE = 2;

interface Drawing {
  readonly name: string;
  readonly side: number;
  readonly html: string;
}

const icons = compiledIcons();

function compiledIcons(): string {
  const source = ['theme/mixins.scss', 'components/icon/Icon.module.scss'].map((file) =>
    readFileSync(path.join(root, 'miniprogram', file), 'utf8'),
  );
  return compileString(source.join('\n')).css;
}

function pin(category: string, isSelected: boolean): Drawing {
  const side = isSelected ? 44 : 34;
  const disc = side - 6;
  const style = isSelected
    ? `color:#fff;background:${BRAND};border:2px solid #fff`
    : `color:${BRAND};background:#fff`;
  return {
    name: isSelected ? `${category}-selected` : category,
    side,
    html: `<div class="disc" style="width:${disc}px;height:${disc}px;${style}">
      <div class="icon ${category}" style="width:${disc * 0.64}px;height:${disc * 0.64}px"></div></div>`,
  };
}

const dot = (name: string, side: number, colour: string, border: number): Drawing => ({
  name,
  side,
  html: `<div class="disc" style="width:${side - 4}px;height:${side - 4}px;background:${colour};border:${border}px solid #fff"></div>`,
});

const drawings: readonly Drawing[] = [
  ...CATEGORIES.flatMap((category) => [pin(category, false), pin(category, true)]),
  dot('dot', 14, BRAND, 2),
  dot('me', 22, ACCENT, 3),
];

async function draw(page: Page, { name, side, html }: Drawing): Promise<void> {
  await page.setContent(`<style>${icons}
    body{margin:0;background:transparent}
    .box{width:${side}px;height:${side}px;display:flex;align-items:center;justify-content:center}
    .disc{box-sizing:border-box;border-radius:50%;display:flex;align-items:center;justify-content:center;
      box-shadow:0 1px 2px rgba(0,0,0,.3)}</style><div class="box">${html}</div>`);
  await page
    .locator('.box')
    .screenshot({ path: path.join(folder, `${name}.png`), omitBackground: true });
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage({ deviceScaleFactor: SCALE });
  for (const drawing of drawings) await draw(page, drawing);
  await browser.close();
  console.log(`${drawings.length} pins in ${path.relative(root, folder)}`);
}

void main();
