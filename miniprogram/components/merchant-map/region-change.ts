// What WeChat's map tells of the part of the world that it shows.
import type { Position } from '../../../src/contracts/values';
import { project, type View } from './map-view';

/** What WeChat tells of a change; older versions leave parts of it out. */
export interface RegionChange {
  readonly type: string;
  readonly detail: {
    readonly scale?: number;
    readonly centerLocation?: Position;
    readonly region?: { readonly northeast: Position; readonly southwest: Position };
  };
}

/** The view that a change tells of. Its size follows from the corners: the sheet moves the edge. */
export function viewAfter(seen: View, { type, detail }: RegionChange): View {
  if (type !== 'end') return seen;
  const { scale: zoom = seen.zoom, centerLocation: centre = seen.centre, region } = detail;
  if (region === undefined) return { ...seen, zoom, centre };
  const [corner, opposite] = [project(region.southwest, zoom), project(region.northeast, zoom)];
  const height = Math.round(Math.abs(corner.y - opposite.y));
  return { ...seen, zoom, centre, ...(height > 0 && { height }) };
}
