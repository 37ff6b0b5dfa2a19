// What a tap on a bubble does.
import { CLUSTER_REACH } from './cluster';
import { MAX_ZOOM, project, viewOfPlaces, type View } from './map-view';
import type { Bubble } from './scene';

export type Opening =
  | { readonly kind: 'nearer'; readonly view: View }
  /** They stand at one spot (a mall, a tower): one after the other is shown. */
  | { readonly kind: 'select'; readonly merchantId: string };

/** Nearer, so that the shops come apart; where no zoom does that, its first shop is selected. */
export function openBubble({ members }: Pick<Bubble, 'members'>, view: View): Opening {
  const at = members.map(({ position }) => project(position, MAX_ZOOM));
  const [xs, ys] = [at.map(({ x }) => x), at.map(({ y }) => y)];
  const width = Math.max(...xs) - Math.min(...xs);
  const height = Math.max(...ys) - Math.min(...ys);
  const [first] = members;
  if (first !== undefined && (Math.hypot(width, height) < CLUSTER_REACH || view.zoom >= MAX_ZOOM)) {
    return { kind: 'select', merchantId: first.id };
  }
  return {
    kind: 'nearer',
    view: viewOfPlaces(
      members.map(({ position }) => position),
      view,
    ),
  };
}
