// The browser's map of one way: streets, the shop, me, and the straight line between us.
import { useEffect, useRef, useState } from 'react';
import leaflet from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { Position } from '../../../src/contracts/values';
import { classes } from '../../components/classes';
import type { GroundFeature } from '../../components/merchant-map/background';
import { drawGround } from '../../components/merchant-map/ground-layer';
import { meMarker, pinMarker } from '../../components/merchant-map/leaflet-markers';
import type { Destination } from './destination';
import styles from './GettingThere.module.scss';

interface WayMapProps {
  readonly destination: Destination;
  readonly here: Position | null;
  readonly theme: 'light' | 'dark';
  readonly background: readonly GroundFeature[];
}

/** Where there is no line to show, about a quarter. */
const ALONE_ZOOM = 16;
const MARGIN_PIXELS: leaflet.PointTuple = [48, 56];

export function WayMap(props: WayMapProps) {
  const host = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<leaflet.Map>();
  useEffect(() => {
    if (host.current === null) return;
    const created = leaflet.map(host.current, {
      attributionControl: false,
      zoomControl: false,
      zoomSnap: 0,
      preferCanvas: true,
      maxZoom: 18,
    });
    setMap(created);
    return () => void created.remove();
  }, []);
  useEffect(() => {
    if (map !== undefined && host.current !== null) return draw(map, host.current, props);
  });
  return <div ref={host} className={classes(styles.canvas)} />;
}

/** Draws the way and keeps it in view while the panel grows; answers with how to clear it. */
function draw(map: leaflet.Map, host: HTMLElement, props: WayMapProps): () => void {
  const { destination, here, background } = props;
  const layer = leaflet.layerGroup();
  const colours = getComputedStyle(host);
  const shop = pair(destination.position);
  const fit = (): void => {
    map.invalidateSize({ animate: false });
    if (here === null) map.setView(shop, ALONE_ZOOM, { animate: false });
    else map.fitBounds([shop, pair(here)], { padding: MARGIN_PIXELS, animate: false });
  };
  fit();
  layer.addTo(map);
  drawGround({ features: background, layer, colours, zoom: map.getZoom() });
  if (here !== null) {
    const color = colours.getPropertyValue('--accent').trim();
    const style = { color, weight: 3, dashArray: '2 8', interactive: false };
    leaflet.polyline([shop, pair(here)], style).addTo(layer);
    meMarker(pair(here)).addTo(layer);
  }
  pinMarker({
    merchant: { ...destination, id: '', isOpen: true },
    placement: { form: 'pin', hasName: true },
    isSelected: true,
    onTap: () => undefined,
  }).addTo(layer);
  const watcher = new ResizeObserver(fit);
  watcher.observe(host);
  return () => {
    watcher.disconnect();
    layer.remove();
  };
}

function pair({ latitude, longitude }: Position): leaflet.LatLngTuple {
  return [latitude, longitude];
}
