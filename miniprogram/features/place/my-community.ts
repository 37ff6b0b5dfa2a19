// The community (小区) that is mine: chosen by hand, else the one that I stand in.
import type { Site } from '../../../src/contracts/nearby';
import type { Position } from '../../../src/contracts/values';
import { communityAt } from '../../../src/domain/geo/community';
import type { ChosenPlace } from '../../session/session';

interface Community {
  readonly id: string;
  readonly name: string;
}

export function myCommunity({
  chosenPlace,
  here,
  site,
}: {
  readonly chosenPlace: ChosenPlace | null;
  readonly here: Position | null;
  readonly site: Site | null | undefined;
}): Community | undefined {
  if (chosenPlace?.kind === 'community') return chosenPlace;
  if (here === null || site === null || site === undefined) return undefined;
  return communityAt(site.places, here);
}
