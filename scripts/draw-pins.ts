// Draws the pins of WeChat's map (PNG, since its markers take no SVG) from the app's icons:
// `tsx scripts/draw-pins.ts`, needs Chromium (CHROME_PATH).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { compileString } from 'sass';
import { CATEGORIES } from '../src/domain/merchants/category';
import { palettePng } from './pins/palette-png';

const root = path.resolve(__dirname, '..');
const folder = path.join(root, 'miniprogram/assets/pins');
const BRAND = '#ff5a1f';
const ACCENT = '#0b8f7a';
const WHITE = '#ffffff';
/** Two pixels a point: sharp enough, and half the size of three. */
const SCALE = 2;

interface Drawing {
  readonly name: string;
  /** Points, with the border. */
  readonly side: number;
  readonly disc: string;
  readonly border: string;
  readonly borderWidth: number;
  /** A data URI, drawn in the border's or the disc's opposite colour. */
  readonly icon?: { readonly uri: string; readonly colour: string };
}

const css = compileString(
  ['theme/mixins.scss', 'components/icon/Icon.module.scss']
    .map((file) => readFileSync(path.join(root, 'miniprogram', file), 'utf8'))
    .join('\n'),
).css;

function iconUri(name: string): string {
  const found = new RegExp(`\\.${name} \\{\\s*-webkit-mask-image: url\\("(.*?)"\\)`).exec(css);
  if (found?.[1] === undefined) throw new Error(`no icon for ${name}`);
  return found[1];
}

function pin(category: string, isSelected: boolean): Drawing {
  const [disc, colour] = isSelected ? [BRAND, WHITE] : [WHITE, BRAND];
  return {
    name: isSelected ? `${category}-selected` : category,
    side: isSelected ? 44 : 34,
    disc,
    border: isSelected ? WHITE : '#e3dfd6',
    borderWidth: isSelected ? 2 : 1,
    icon: { uri: iconUri(category), colour },
  };
}

const drawings: readonly Drawing[] = [
  ...CATEGORIES.flatMap((category) => [pin(category, false), pin(category, true)]),
  { name: 'bubble', side: 44, disc: WHITE, border: BRAND, borderWidth: 2 },
  { name: 'dot', side: 14, disc: BRAND, border: WHITE, borderWidth: 2 },
  { name: 'me', side: 22, disc: ACCENT, border: WHITE, borderWidth: 3 },
];

/** Runs in the page: paints a drawing and gives its pixels. */
async function paint({ drawing, scale }: { drawing: Drawing; scale: number }): Promise<number[]> {
  const side = drawing.side * scale;
  const [context, layer] = [0, 1].map(() =>
    Object.assign(document.createElement('canvas'), { width: side, height: side }).getContext('2d'),
  );
  if (!context || !layer) throw new Error('no canvas');
  const radius = side / 2 - 1;
  for (const [colour, inset] of [
    [drawing.border, 0],
    [drawing.disc, drawing.borderWidth * scale],
  ] as const) {
    context.fillStyle = colour;
    context.beginPath();
    context.arc(side / 2, side / 2, radius - inset, 0, Math.PI * 2);
    context.fill();
  }
  if (drawing.icon !== undefined) {
    const image = new Image(side, side);
    image.src = drawing.icon.uri;
    await image.decode();
    const size = side * 0.56;
    layer.drawImage(image, (side - size) / 2, (side - size) / 2, size, size);
    layer.globalCompositeOperation = 'source-in';
    layer.fillStyle = drawing.icon.colour;
    layer.fillRect(0, 0, side, side);
    context.drawImage(layer.canvas, 0, 0);
  }
  return Array.from(context.getImageData(0, 0, side, side).data);
}

async function draw(page: Page, drawing: Drawing): Promise<void> {
  const rgba = await page.evaluate(paint, { drawing, scale: SCALE });
  writeFileSync(
    path.join(folder, `${drawing.name}.png`),
    palettePng({ side: drawing.side * SCALE, rgba }),
  );
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage();
  for (const drawing of drawings) await draw(page, drawing);
  await browser.close();
  console.log(`${drawings.length} pins in ${path.relative(root, folder)}`);
}

void main();
