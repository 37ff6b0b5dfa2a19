// Keeps a leaflet map in step with MerchantMapProps.
import leaflet from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { Position } from '../../../src/contracts/values';
import type { GroundFeature } from './background';
import { drawGround, groundNames } from './ground-layer';
import { zoomToFit } from './map-view';
import { boxAround, placePins, type Box } from './place-labels';
import { groundNameMarker, meMarker, pinMarker } from './leaflet-markers';
import type { MerchantMapProps } from './types';

const ME = 22;

export class LeafletMap {
  private readonly map: leaflet.Map;
  private readonly ground = leaflet.layerGroup();
  private readonly circle = leaflet.layerGroup();
  private readonly pins = leaflet.layerGroup();
  private readonly watcher: ResizeObserver;
  private features: readonly GroundFeature[] = [];
  private shown: MerchantMapProps | undefined;
  private select: (merchantId: string | null) => void = () => undefined;

  constructor(private readonly host: HTMLElement) {
    this.map = leaflet.map(host, {
      attributionControl: false,
      zoomControl: false,
      zoomSnap: 0,
      preferCanvas: true,
      minZoom: 9,
      maxZoom: 18,
    });
    for (const layer of [this.ground, this.circle, this.pins]) layer.addTo(this.map);
    this.map.on('moveend zoomend', () => this.placePins());
    this.map.on('click', () => this.select(null));
    this.watcher = new ResizeObserver(() => this.resized());
    this.watcher.observe(host);
  }

  onSelect(select: (merchantId: string | null) => void): void {
    this.select = select;
  }

  drawGround(features: readonly GroundFeature[]): void {
    this.features = features;
    this.ground.clearLayers();
    drawGround({ features, layer: this.ground, colours: getComputedStyle(this.host) });
  }

  show(props: MerchantMapProps): void {
    const isFirst = this.shown === undefined;
    this.shown = props;
    if (isFirst) this.fit();
    this.drawCircle(props);
    this.placePins();
  }

  /** Shows the whole circle. */
  fit(): void {
    if (this.shown === undefined) return;
    const { centre, radiusMetres } = this.shown;
    const { x: width, y: height } = this.map.getSize();
    const zoom = zoomToFit({ centre, radiusMetres, width, height });
    this.map.setView(latLng(centre), zoom, { animate: false });
  }

  remove(): void {
    this.watcher.disconnect();
    this.map.remove();
  }

  private resized(): void {
    this.map.invalidateSize({ animate: false });
    this.fit();
  }

  private drawCircle({ centre, radiusMetres, isHereKnown }: MerchantMapProps): void {
    this.circle.clearLayers();
    if (!isHereKnown) return;
    const colour = getComputedStyle(this.host).getPropertyValue('--brand').trim();
    const style = {
      color: colour,
      weight: 1.5,
      opacity: 0.7,
      fillColor: colour,
      fillOpacity: 0.06,
    };
    leaflet
      .circle(latLng(centre), { ...style, radius: radiusMetres, interactive: false })
      .addTo(this.circle);
    meMarker(latLng(centre)).addTo(this.circle);
  }

  private placePins(): void {
    if (this.shown === undefined) return;
    const { merchants, selectedId, textScale, isHereKnown, centre } = this.shown;
    const at = (position: Position) => this.map.latLngToContainerPoint(latLng(position));
    const { placements, boxes, dots } = placePins(
      merchants.map(({ id, name, position }) => ({
        id,
        name,
        at: at(position),
        isSelected: id === selectedId,
      })),
      { textScale, taken: isHereKnown ? [boxAround(at(centre), ME)] : [] },
    );
    this.pins.clearLayers();
    this.placeNames([...boxes, ...dots], textScale);
    for (const merchant of merchants) {
      const placement = placements.get(merchant.id);
      if (placement === undefined) continue;
      pinMarker({
        merchant,
        placement,
        isSelected: merchant.id === selectedId,
        onTap: () => this.select(merchant.id),
      }).addTo(this.pins);
    }
  }

  private placeNames(taken: readonly Box[], textScale: number): void {
    const names = groundNames({
      features: this.features,
      taken,
      textScale,
      size: this.map.getSize(),
      toPoint: (position) => this.map.latLngToContainerPoint(latLng(position)),
    });
    for (const name of names) {
      groundNameMarker(this.map.containerPointToLatLng([name.at.x, name.at.y]), name).addTo(
        this.pins,
      );
    }
  }
}

function latLng({ latitude, longitude }: Position): leaflet.LatLngTuple {
  return [latitude, longitude];
}
