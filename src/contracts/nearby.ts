// `nearby`: the circle around a person.
import * as z from 'zod';
import { defineContract, type DeepReadonly } from './contract';
import { MAX_RADIUS_METRES, MAX_SEARCH_LENGTH } from '../domain/limits';
import { category, instant, merchantCard, merchantCode, position, radiusMetres } from './values';

/** A community (小区) is where one lives; a landmark only helps to say where one is. */
const place = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['community', 'landmark']),
  position,
});
export type Place = DeepReadonly<z.output<typeof place>>;
export const site = z.strictObject({
  id: z.string(),
  name: z.string(),
  city: z.string(),
  position,
  /** Communities, and well-known places to choose from when the location is refused. */
  places: z.array(place),
});
export type Site = DeepReadonly<z.output<typeof site>>;

export const nearbyContract = defineContract({
  name: 'nearby',
  actions: {
    /**
     * Merchants within the radius, nearest first, a page at a time; `site` is null where none is
     * open. With `search` those whose name, kind or address has all of its words. The page after
     * one begins at its last distance, so shops of that distance come twice: drop those known.
     */
    merchants: {
      input: z.strictObject({
        position,
        radiusMetres,
        category: category.optional(),
        search: z.string().trim().min(1).max(MAX_SEARCH_LENGTH).optional(),
        fromMetres: z.int().min(0).max(MAX_RADIUS_METRES).optional(),
      }),
      output: z.strictObject({
        site: site.nullable(),
        merchants: z.array(merchantCard),
        isLast: z.boolean(),
      }),
      errors: [],
    },
    /** A shop's own page. */
    shop: {
      input: z.strictObject({ merchantCode, position: position.optional() }),
      output: z.strictObject({
        merchant: merchantCard,
        /** The first is the card's own. */
        pictures: z.array(z.string()),
        /** What the shop says of itself; may be empty. */
        introduction: z.string(),
        /** A rate that comes into force later, as announced. */
        nextRate: z.strictObject({ rebateBps: z.int(), from: instant }).optional(),
      }),
      errors: ['merchant-not-found'],
    },
    /** The shop behind a code, whatever its state. */
    byCode: {
      input: z.strictObject({ merchantCode, position: position.optional() }),
      output: merchantCard,
      errors: ['merchant-not-found'],
    },
    /** All open sites with their well-known places. */
    sites: {
      input: z.strictObject({}),
      output: z.strictObject({ sites: z.array(site) }),
      errors: [],
    },
  },
});
