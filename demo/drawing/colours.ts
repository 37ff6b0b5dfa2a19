// The colours of all pictures: one box of gouache, so that sixty shops look like one neighbourhood.

export const INK = '#41302b';
export const PAPER = '#fffaf0';
export const CREAM = '#fdeccb';
export const SAND = '#efd3a2';
export const WOOD = '#c88d58';
export const BARK = '#8b5a3a';
export const BUTTER = '#fbd777';
export const SUN = '#f6b93f';
export const ORANGE = '#f28f3b';
export const TOMATO = '#e4533d';
export const BRICK = '#b93a32';
export const BERRY = '#b53159';
export const LILAC = '#b8a4dd';
export const PLUM = '#6a4c86';
export const NIGHT = '#2d3a63';
export const SEA = '#33799c';
export const SKY = '#a6d6e8';
export const TEAL = '#2e8c84';
export const LEAF = '#62a756';
export const PINE = '#2f6f51';
export const STONE = '#b9b4ad';
/** Shadows and light that lie on any colour. */
export const SHADE = '#3b1f1026';
export const GLEAM = '#ffffffa6';
