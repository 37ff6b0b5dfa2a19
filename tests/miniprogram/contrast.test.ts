// What is written can be read: WCAG 2.1 contrast of the theme's colours, in light and in dark.
import { readFileSync } from 'node:fs';
import { inProject } from '../../scripts/paths';

const tokens = readFileSync(inProject('miniprogram', 'theme', 'tokens.scss'), 'utf8');

function coloursOf(theme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const block = tokens.split(`.theme-${theme} {`)[1]?.split('\n}')[0] ?? '';
  const pairs = [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)];
  return new Map(pairs.map(([, name = '', colour = '']) => [name, colour]));
}

/** Relative luminance of #rrggbb, WCAG 2.1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['surface', 'ground', 'surface-2'];
const texts: readonly (readonly [text: string, grounds: readonly string[], least: number])[] = [
  ['ink', grounds, 7],
  ['ink-2', [...grounds, 'brand-soft', 'accent-soft'], 4.5],
  ['ink-3', [...grounds, 'brand-soft'], 4.5],
  ['brand-strong', [...grounds, 'brand-soft'], 4.5],
  ['accent', ['surface', 'ground', 'accent-soft'], 4.5],
  ['on-accent', ['accent'], 4.5],
  // Pins and keys that float over the map.
  ['ink', ['float'], 7],
  ['brand-strong', ['float'], 4.5],
  ['on-brand', ['fill'], 4.5],
  // The lighter end of a gradient, under no more than the edge of a word.
  ['on-brand', ['fill-from'], 4],
  // Figures from 24 px, and signs.
  ['brand', ['surface'], 3],
  ['map-text', ['map-ground', 'map-park', 'map-road'], 4.5],
];

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  const colours = coloursOf(theme);
  const colourOf = (name: string): string => {
    const colour = colours.get(name);
    if (colour === undefined) throw new Error(`the ${theme} theme has no plain colour --${name}`);
    return colour;
  };

  it.each(texts)('%s reads on %s at %d : 1', (text, on, least) => {
    const tooFaint = on.filter((name) => contrast(colourOf(text), colourOf(name)) < least);
    expect(tooFaint).toEqual([]);
  });
});

it('measures as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
