// How far a shop is, in words.
import { distanceText, walkingText } from '../merchants/merchant-facts';
import type { Destination } from './destination';

/** `直线 320 m，步行 5 分钟`; without a place of mine, that there is none. */
export function wayText({ distanceMetres }: Pick<Destination, 'distanceMetres'>): string {
  if (distanceMetres === undefined) return '不知道您在哪里，只标出这家店';
  const walking = walkingText(distanceMetres);
  const straight = `直线 ${distanceText(distanceMetres)}`;
  return walking === undefined ? straight : `${straight}，${walking}`;
}
