// wxacode.getUnlimited: the code of a page with a scene.
import { codePicture } from './code-picture';
import type { OpenApiAnswer } from './envelope';
import { objectOf, type OpenApiContext, type OpenApiFields, refused, textOf } from './interface';
import { hasPage } from './mini-program';

const defaultWidth = 430;
const [minWidth, maxWidth] = [280, 1280];
const maxScene = 32;
const sceneCharacters = /^[\w!#$&'()*+,/:;=?@\-.~]*$/;
const versions: ReadonlySet<unknown> = new Set(['release', 'trial', 'develop', undefined]);

export function getUnlimited(
  fields: OpenApiFields,
  { miniProgram }: OpenApiContext,
): OpenApiAnswer {
  const [scene, page] = [textOf(fields, 'scene'), textOf(fields, 'page')];
  if (scene === '' || scene.length > maxScene) {
    return refused(40169, 'invalid length for scene, or the data is not json string');
  }
  if (!sceneCharacters.test(scene)) return refused(40129, 'invalid scene');
  if (!versions.has(fields['env_version'])) return refused(40097, 'invalid args');
  const isChecked = fields['check_path'] !== false;
  const isPath = page === '' || /^[^/?][^?]*$/.test(page);
  if (!isPath || (isChecked && page !== '' && !hasPage(miniProgram, page))) {
    return refused(41030, 'invalid page');
  }
  // What the page is opened with: the scene arrives encoded in its query.
  const text = `${page}?scene=${encodeURIComponent(scene)}`;
  const picture = codePicture(text, {
    width: widthOf(fields['width']),
    colour: colourOf(fields['line_color']),
    isTransparent: fields['is_hyaline'] === true,
  });
  return { picture, contentType: 'image/png' };
}

function widthOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return defaultWidth;
  return Math.round(Math.min(Math.max(value, minWidth), maxWidth));
}

function colourOf(value: unknown): [number, number, number] {
  const { r, g, b } = objectOf(value);
  const shade = (part: unknown): number => Math.min(Math.max(Number(part ?? 0) || 0, 0), 255);
  return [shade(r), shade(g), shade(b)];
}
