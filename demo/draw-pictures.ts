// Writes demo/pictures/<merchant>.svg: `npx tsx demo/draw-pictures.ts`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPicture } from './drawing/drawings';
import { DEMO_SHOPS } from './merchants';

const folder = join(__dirname, 'pictures');
mkdirSync(folder, { recursive: true });
for (const { drawing, merchant } of DEMO_SHOPS) {
  writeFileSync(join(folder, `${merchant.id}.svg`), drawPicture(drawing));
}
