// Writes both cards of each shop as files, and one page that prints four on a sheet of A4.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CardKind, type CardShop, drawCard, escaped } from './card';

const KINDS: readonly CardKind[] = ['shop', 'entry'];

/** Writes `<code>.svg` and `<code>-entry.svg` for each shop and `index.html` into the folder. */
export function writeCards(
  shops: readonly CardShop[],
  { folder, page }: { folder: string; page: string },
): void {
  mkdirSync(folder, { recursive: true });
  for (const shop of shops) {
    for (const kind of KINDS) {
      writeFileSync(join(folder, fileOf(shop, kind)), drawCard(shop, { page, kind }));
    }
  }
  writeFileSync(join(folder, 'index.html'), printPage(shops));
}

const fileOf = ({ code }: CardShop, kind: CardKind): string =>
  kind === 'shop' ? `${code}.svg` : `${code}-entry.svg`;

function printPage(shops: readonly CardShop[]): string {
  const cards = shops
    .flatMap((shop) =>
      KINDS.map((kind) => `<img src="${fileOf(shop, kind)}" alt="${escaped(shop.name)}">`),
    )
    .join('\n');
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>店码和入口码 · ${shops.length} 家店</title>
<style>
@page { size: A4; margin: 0 }
body { margin: 0; display: grid; grid-template-columns: repeat(2, 105mm); background: #fff }
img { display: block; box-sizing: border-box; width: 105mm; height: 148mm; border: 0.1mm dashed #c9ccd1; break-inside: avoid }
</style>
${cards}
</html>
`;
}
