// `nearby`: the circle around a person.
import { z } from 'zod';
import { defineContract, type DeepReadonly } from './contract';
import { category, merchantCard, merchantCode, position, radiusMetres } from './values';

const place = z.strictObject({ id: z.string(), name: z.string(), position });
export const site = z.strictObject({
  id: z.string(),
  name: z.string(),
  city: z.string(),
  position,
  /** Well-known places to choose from when the location is refused. */
  places: z.array(place),
});
export type Site = DeepReadonly<z.output<typeof site>>;

export const nearbyContract = defineContract({
  name: 'nearby',
  actions: {
    /** Merchants within the radius, nearest first, at most 200; `site` is null where none is open. */
    merchants: {
      input: z.strictObject({ position, radiusMetres, category: category.optional() }),
      output: z.strictObject({
        site: site.nullable(),
        merchants: z.array(merchantCard),
        /** More shops lie within the radius than were returned. */
        isPartial: z.boolean(),
      }),
      errors: [],
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
