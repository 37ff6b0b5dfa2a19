// Markers of the browser's map: pins with drawn icons, names of streets, and me.
import leaflet from 'leaflet';
import { classes } from '../classes';
import icons from '../icon/Icon.module.scss';
import { countText } from './bubbles';
import type { GroundName } from './ground-layer';
import { shortName, type Placement } from './place-labels';
import type { Bubble } from './scene';
import type { MapMerchant } from './types';
import styles from './MerchantMap.module.scss';

interface Pin {
  readonly merchant: MapMerchant;
  readonly placement: Placement;
  readonly isSelected: boolean;
  readonly onTap: () => void;
}

export function pinMarker({ merchant, placement, isSelected, onTap }: Pin): leaflet.Marker {
  const root = element(
    styles.pin,
    styles[placement.form],
    isSelected && styles.selected,
    !merchant.isOpen && styles.resting,
    'js-pin',
  );
  root.dataset['merchant'] = merchant.id;
  if (placement.form === 'pin') {
    const disc = element(styles.disc);
    disc.append(element(icons.icon, icons[merchant.category], styles.pinIcon));
    root.append(disc);
  }
  if (placement.hasName) root.append(named(shortName(merchant.name), styles.name));
  return marker(
    [merchant.position.latitude, merchant.position.longitude],
    root,
    isSelected ? 900 : placement.form === 'dot' ? -500 : 0,
  ).on('click', onTap);
}

export function bubbleMarker(
  { position, members, size }: Bubble,
  onTap: () => void,
): leaflet.Marker {
  const root = named(countText(members.length), styles.bubble, 'js-bubble');
  root.style.width = `${size}px`;
  root.style.height = `${size}px`;
  return marker([position.latitude, position.longitude], root, 200).on('click', onTap);
}

export function meMarker(at: leaflet.LatLngTuple): leaflet.Marker {
  return marker(at, element(styles.me), -100, false);
}

export function groundNameMarker(
  at: leaflet.LatLng,
  { text, turn, kind }: GroundName,
): leaflet.Marker {
  const root = named(text, styles.street, styles[kind]);
  root.style.transform = `translate(-50%, -50%) rotate(${turn}deg)`;
  const holder = element(styles.spot);
  holder.append(root);
  return marker(at, holder, -1000, false);
}

function marker(
  at: leaflet.LatLngExpression,
  html: HTMLElement,
  zIndexOffset: number,
  interactive = true,
): leaflet.Marker {
  const icon = leaflet.divIcon({ html, className: '', iconSize: [0, 0] });
  return leaflet.marker(at, { icon, zIndexOffset, interactive, keyboard: false });
}

function named(text: string, ...names: readonly (string | undefined)[]): HTMLElement {
  const label = element(...names);
  label.textContent = text;
  return label;
}

function element(...names: readonly (string | false | undefined)[]): HTMLElement {
  const created = document.createElement('div');
  created.className = classes(...names);
  return created;
}
