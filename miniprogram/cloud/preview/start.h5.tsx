// The browser preview around the app: the phone's column and the picker beside it.
import { createRoot } from 'react-dom/client';
import { setPreviewPosition } from '../../session/position';
import { previewWishes } from '../../session/preview-wishes';
import { recall } from '../../session/remembered';
import { currentSession } from '../../session/session';
import type { DemoPeople } from '../types';
import { demoPeople } from './people';
import { Picker } from './Picker';
import './stage.scss';

const REFUSED = 'none';

export function startPreview(): void {
  void demoPeople().then(start);
}

function start(people: DemoPeople): void {
  const wishes = previewWishes();
  const placeId = wishes.placeId ?? recall('previewPlaceId') ?? people.places[0]?.id ?? REFUSED;
  const place = people.places.find(({ id }) => id === placeId);
  setPreviewPosition(
    place === undefined ? null : { longitude: place.longitude, latitude: place.latitude },
  );
  const side = document.getElementById('side');
  if (side === null) return;
  createRoot(side).render(
    <Picker people={people} openid={currentSession().openid} placeId={placeId} />,
  );
}
