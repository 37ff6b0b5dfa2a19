// Open sites and their places in the order in which somebody looks for them.
import type { Place, Site } from '../../../../src/contracts/nearby';
import type { Position } from '../../../../src/contracts/values';
import { distanceMetres } from '../../../../src/domain/geo/distance';

/** Farther than this a place is in another city, and how far says nothing. */
const CITY_METRES = 60_000;

export interface FoundPlace {
  readonly site: Site;
  readonly place: Place;
  /** From the phone; undefined where it is not known or far away. */
  readonly metres: number | undefined;
}

/** The site where the phone is; undefined where that is not known, or no site is open there. */
export function siteAt(sites: readonly Site[], located: Position | null): Site | undefined {
  if (located === null) return undefined;
  return sites
    .map((site) => ({ site, metres: distanceMetres(site.position, located) }))
    .filter(({ metres }) => metres <= CITY_METRES)
    .sort((a, b) => a.metres - b.metres)[0]?.site;
}

/** The site where the phone is first, the others as they come. */
export function sitesFrom(sites: readonly Site[], located: Position | null): readonly Site[] {
  const first = siteAt(sites, located);
  return first === undefined ? sites : [first, ...sites.filter((site) => site !== first)];
}

/** Places of one kind, the nearest first where the phone is near. */
export function placesOf(
  site: Site,
  { kind, located }: { readonly kind: Place['kind']; readonly located: Position | null },
): FoundPlace[] {
  return site.places
    .filter((place) => place.kind === kind)
    .map((place) => ({ site, place, metres: metresTo(place, located) }))
    .sort(byDistance);
}

/** Places that have all words of a search in their own, their site's or their city's name. */
export function findPlaces(
  sites: readonly Site[],
  { search, located }: { readonly search: string; readonly located: Position | null },
): FoundPlace[] {
  const words = search.trim().toLowerCase().split(/\s+/u);
  return sites
    .flatMap((site) =>
      site.places.map((place) => ({ site, place, metres: metresTo(place, located) })),
    )
    .filter(({ site, place }) => {
      const text = `${place.name} ${site.name} ${site.city}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort(byDistance);
}

function metresTo({ position }: Place, located: Position | null): number | undefined {
  if (located === null) return undefined;
  const metres = distanceMetres(position, located);
  return metres > CITY_METRES ? undefined : metres;
}

function byDistance(a: FoundPlace, b: FoundPlace): number {
  return compare(a.metres ?? Infinity, b.metres ?? Infinity);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
