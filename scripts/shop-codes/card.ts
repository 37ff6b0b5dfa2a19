// The cards of a shop: A6, upright, in millimetres, to be printed at 100 %. One stands on the
// counter and is paid by; the other, with the entry code, invites people into the alliance.
import { entryLink, groupedCode, merchantLink } from '../../src/domain/codes/scan';
import { nameLines } from './name-lines';
import { qrCode, qrPath } from './qr';

export interface CardShop {
  readonly name: string;
  /** The 8 characters of the shop's code. */
  readonly code: string;
}

/** What is paid by, and what leads to the shops around. */
export type CardKind = 'shop' | 'entry';

const WIDTH = 105;
const HEIGHT = 148;
const CENTRE = WIDTH / 2;
const BAND = 27;
/** The code with its quiet zone of 4 modules a side. */
const PLATE = { top: 52.5, side: 64 };
const QUIET_MODULES = 4;

const BRAND = '#ff5a1f';
const BRAND_STRONG = '#e8470c';
const BRAND_SOFT = '#fff0e8';
const BRAND_LINE = '#ffd3bf';
const INK = '#17191d';
const INK_2 = '#5b616b';

/** What one does with a card, in large letters, what follows, and what stands below. */
const WORDS: { readonly [K in CardKind]: { readonly call: string; readonly steps: string } } = {
  shop: {
    call: '微信扫一扫，付款用券',
    steps: '扫码 → 输入金额 → 券自动抵扣，付款得积分',
  },
  entry: {
    call: '微信扫一扫，逛身边的店',
    steps: '扫码 → 看附近的联盟商家 → 到店买单得积分',
  },
};

/** Draws a card of one shop as an SVG; `page` is the address that WeChat opens. */
export function drawCard(
  shop: CardShop,
  { page, kind = 'shop' }: { page: string; kind?: CardKind },
): string {
  const address = { page, merchantCode: shop.code };
  const link = kind === 'shop' ? merchantLink(address) : entryLink(address);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}mm" height="${HEIGHT}mm" viewBox="0 0 ${WIDTH} ${HEIGHT}" lang="zh-CN" font-family="'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif">
<title>${escaped(shop.name)} · 众店生活圈</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
${band()}
${shopName(shop.name)}
${plate(link)}
${invitation(kind)}
${kind === 'shop' ? typedCode(shop.code) : notForPaying()}
</svg>
`;
}

/** The awning of a shop, with the name of the alliance. */
function band(): string {
  const stripes = 7;
  const width = WIDTH / stripes;
  const scallops = Array.from({ length: stripes }, (_, at) => {
    const fill = at % 2 === 0 ? BRAND : BRAND_LINE;
    const left = (at * width).toFixed(3);
    const shadow = `<path d="M${left} ${BAND + 0.8}h${width}v1a${width / 2} 5.5 0 0 1 -${width} 0z" fill="${INK}" opacity="0.07"/>`;
    return `${shadow}<path d="M${left} ${BAND - 0.2}h${width}v1.2a${width / 2} 5.5 0 0 1 -${width} 0z" fill="${fill}"/>`;
  });
  return `<g>
${scallops.join('\n')}
<rect width="${WIDTH}" height="${BAND}" fill="${BRAND}"/>
<rect y="${BAND - 1}" width="${WIDTH}" height="1" fill="${BRAND_STRONG}"/>
${mark({ left: 20.5, top: 6.6, side: 13 })}
<text x="37" y="13.4" font-size="7.2" font-weight="700" fill="#ffffff" letter-spacing="0.5">众店生活圈</text>
<text x="37.2" y="19.4" font-size="3.7" fill="#ffffff">联盟商家 · 消费券在这里可用</text>
</g>`;
}

/** Three shops in one circle. */
function mark(at: { left: number; top: number; side: number }): string {
  const dot = (x: number, y: number, fill: string) =>
    `<circle cx="${x}" cy="${y}" r="4.4" fill="${fill}"/>`;
  return `<g transform="translate(${at.left} ${at.top}) scale(${at.side / 32})">
<circle cx="16" cy="16" r="16" fill="#ffffff"/>
<circle cx="16" cy="16" r="9" fill="none" stroke="${BRAND_LINE}" stroke-width="2.4"/>
${dot(16, 7, BRAND)}${dot(23.8, 20.5, BRAND)}${dot(8.2, 20.5, BRAND)}
</g>`;
}

function shopName(name: string): string {
  const { lines, size } = nameLines(name, { width: 93, largest: 8.6 });
  const step = size * 1.16;
  const middle = 43 + size * 0.36;
  return lines
    .map((line, at) => {
      const y = middle + (at - (lines.length - 1) / 2) * step;
      return `<text x="${CENTRE}" y="${y.toFixed(2)}" font-size="${size.toFixed(2)}" font-weight="700" fill="${INK}" text-anchor="middle">${escaped(line)}</text>`;
    })
    .join('\n');
}

function plate(link: string): string {
  const { top, side } = PLATE;
  const left = CENTRE - side / 2;
  // Level H survives more, but its finer modules are read less surely: ZXing missed 6 of 150.
  const code = qrCode(link, 'Q');
  const module = side / (code.size + 2 * QUIET_MODULES);
  const quiet = QUIET_MODULES * module;
  return `<rect x="${left}" y="${top}" width="${side}" height="${side}" rx="3.5" fill="#ffffff" stroke="${BRAND_LINE}" stroke-width="0.7"/>
<g transform="translate(${left + quiet} ${top + quiet}) scale(${module})"><path class="qr" d="${qrPath(code)}" fill="#000000" shape-rendering="crispEdges"/></g>`;
}

function invitation(kind: CardKind): string {
  const { call, steps } = WORDS[kind];
  return `<text x="${CENTRE}" y="125.3" font-size="6.6" font-weight="700" fill="${BRAND_STRONG}" text-anchor="middle" letter-spacing="0.3">${call}</text>
<text x="${CENTRE}" y="130.8" font-size="3.4" fill="${INK_2}" text-anchor="middle">${steps}</text>`;
}

/** What can be typed where nothing can be scanned. */
function typedCode(code: string): string {
  return `<rect x="17.5" y="134.6" width="70" height="8.6" rx="4.3" fill="${BRAND_SOFT}"/>
<text x="22.5" y="140.2" font-size="3.3" fill="${INK_2}">扫不了？输入店码</text>
<text x="82.5" y="140.7" font-size="5" font-weight="700" fill="${INK}" text-anchor="end" font-family="'DejaVu Sans Mono','Menlo','Consolas',monospace" xml:space="preserve">${groupedCode(code)}</text>`;
}

/** The two cards of a shop look alike, so this one says what it is not for. */
function notForPaying(): string {
  return `<rect x="12.5" y="134.6" width="80" height="8.6" rx="4.3" fill="none" stroke="${BRAND_LINE}" stroke-width="0.5"/>
<text x="${CENTRE}" y="140.2" font-size="3.3" fill="${INK_2}" text-anchor="middle">入口码：只看店，不付款。付款请扫柜台的店码</text>`;
}

/** Text as it may stand in an SVG. */
export function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
