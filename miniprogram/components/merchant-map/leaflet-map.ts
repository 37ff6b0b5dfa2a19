// Keeps a leaflet map in step with MerchantMapProps.
import leaflet from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { Position } from '../../../src/contracts/values';
import type { GroundFeature } from './background';
import { drawGround, groundNames, streetWidths } from './ground-layer';
import { KeyedMarkers, type WantedMarker } from './keyed-markers';
import { bubbleMarker, groundNameMarker, meMarker, pinMarker } from './leaflet-markers';
import { isInSight, viewAround, viewOfCircle, type View } from './map-view';
import { openBubble } from './open-bubble';
import type { Box } from './place-labels';
import { SceneMaker, type Bubble, type PlacedPin } from './scene';
import type { MerchantMapProps } from './types';
import { usualInsets } from './usual-insets';

const MOVE = { animate: true, duration: 0.28 } as const;

export class LeafletMap {
  private readonly map: leaflet.Map;
  private readonly ground = leaflet.layerGroup();
  private readonly circle = leaflet.layerGroup();
  private readonly standing = leaflet.layerGroup();
  private readonly markers = new KeyedMarkers(this.standing);
  private readonly scenes = new SceneMaker();
  private readonly watcher: ResizeObserver;
  private features: readonly GroundFeature[] = [];
  private drawnRoad = 0;
  private shown: MerchantMapProps | undefined;
  /** A person has moved the map: a change of its size then leaves it where it is. */
  private isByHand = false;
  private isPlaced = false;
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
    for (const layer of [this.ground, this.circle, this.standing]) layer.addTo(this.map);
    this.map.on('moveend', () => this.moved());
    this.map.on('dragstart', () => (this.isByHand = true));
    this.map.on('click', () => this.select(null));
    host.addEventListener('wheel', () => (this.isByHand = true), { passive: true });
    this.watcher = new ResizeObserver(() => this.resized());
    this.watcher.observe(host);
  }

  onSelect(select: (merchantId: string | null) => void): void {
    this.select = select;
  }

  drawGround(features: readonly GroundFeature[]): void {
    this.features = features;
    this.redrawGround();
    this.redraw();
  }

  show(props: MerchantMapProps): void {
    const before = this.shown;
    this.shown = props;
    if (before === undefined) this.fit();
    if (before === undefined || isOtherCircle(before, props)) this.drawCircle(props);
    this.redraw();
    if (before?.selectedId !== props.selectedId) this.bringSelectedIntoSight();
  }

  /** Shows the whole circle. */
  fit(): void {
    if (this.shown === undefined) return;
    this.isByHand = false;
    this.go(viewOfCircle(this.shown, this.view()), { animate: false });
  }

  remove(): void {
    this.watcher.disconnect();
    this.map.remove();
  }

  private view(): View {
    const { x: width, y: height } = this.map.getSize();
    const insets = this.shown?.insets ?? usualInsets();
    const centre = this.shown?.centre ?? { longitude: 0, latitude: 0 };
    if (!this.isPlaced) return { width, height, insets, zoom: 0, centre };
    const { lng: longitude, lat: latitude } = this.map.getCenter();
    return { width, height, insets, zoom: this.map.getZoom(), centre: { longitude, latitude } };
  }

  private go({ centre, zoom }: View, options: leaflet.ZoomPanOptions = MOVE): void {
    this.isPlaced = true;
    this.map.setView(latLng(centre), zoom, options);
  }

  private moved(): void {
    if (streetWidths(this.map.getZoom()).road !== this.drawnRoad) this.redrawGround();
    this.redraw();
  }

  private resized(): void {
    this.map.invalidateSize({ animate: false, pan: this.isByHand });
    if (this.isByHand) this.bringSelectedIntoSight();
    else this.fit();
  }

  private bringSelectedIntoSight(): void {
    const { merchants = [], selectedId = null } = this.shown ?? {};
    const selected = merchants.find(({ id }) => id === selectedId);
    const view = this.view();
    if (selected === undefined || isInSight(selected.position, view)) return;
    this.isByHand = true;
    this.go(viewAround(selected.position, { zoom: view.zoom, frame: view }));
  }

  private open(bubble: Bubble): void {
    const opening = openBubble(bubble, this.view());
    if (opening.kind === 'select') {
      this.select(opening.merchantId);
      return;
    }
    this.isByHand = true;
    this.go(opening.view);
  }

  private redrawGround(): void {
    if (!this.isPlaced) return;
    const [features, layer, zoom] = [this.features, this.ground, this.map.getZoom()];
    layer.clearLayers();
    drawGround({ features, layer, colours: getComputedStyle(this.host), zoom });
    this.drawnRoad = streetWidths(zoom).road;
  }

  private drawCircle({ centre, radiusMetres, isHereKnown }: MerchantMapProps): void {
    this.circle.clearLayers();
    if (!isHereKnown) return;
    const color = getComputedStyle(this.host).getPropertyValue('--brand').trim();
    const style = { color, weight: 1.5, opacity: 0.7, fillColor: color, fillOpacity: 0.06 };
    leaflet
      .circle(latLng(centre), { ...style, radius: radiusMetres, interactive: false })
      .addTo(this.circle);
    meMarker(latLng(centre)).addTo(this.circle);
  }

  private redraw(): void {
    if (this.shown === undefined || !this.isPlaced) return;
    const { isHereKnown, centre, textScale } = this.shown;
    const view = this.view();
    const scene = this.scenes.make({ ...this.shown, here: isHereKnown ? centre : null }, view);
    this.markers.show([
      ...this.names(scene.boxes, textScale),
      ...scene.bubbles.map((bubble) => this.wantedBubble(bubble)),
      ...scene.pins.map((pin) => this.wantedPin(pin)),
    ]);
  }

  private wantedPin({ merchant, placement, isSelected }: PlacedPin): WantedMarker {
    const { id, name, category, isOpen, position } = merchant;
    const look = [name, category, isOpen, isSelected, placement.form, placement.hasName];
    return {
      key: `pin ${id}`,
      look: JSON.stringify([...look, position]),
      make: () => pinMarker({ merchant, placement, isSelected, onTap: () => this.select(id) }),
    };
  }

  private wantedBubble(bubble: Bubble): WantedMarker {
    const { id, members, position, size } = bubble;
    return {
      key: `bubble ${id}`,
      look: JSON.stringify([members.map((member) => member.id), size, position]),
      make: () => bubbleMarker(bubble, () => this.open(bubble)),
    };
  }

  private names(taken: readonly Box[], textScale: number): WantedMarker[] {
    const names = groundNames({
      features: this.features,
      taken,
      textScale,
      size: this.map.getSize(),
      toPoint: (position) => this.map.latLngToContainerPoint(latLng(position)),
    });
    return names.map((name) => {
      const at = this.map.containerPointToLatLng([name.at.x, name.at.y]);
      return {
        key: `name ${name.text} ${at.lat.toFixed(5)} ${at.lng.toFixed(5)}`,
        look: name.turn.toFixed(1),
        make: () => groundNameMarker(at, name),
      };
    });
  }
}

function isOtherCircle(before: MerchantMapProps, after: MerchantMapProps): boolean {
  return (
    before.centre !== after.centre ||
    before.radiusMetres !== after.radiusMetres ||
    before.isHereKnown !== after.isHereKnown ||
    before.theme !== after.theme
  );
}

function latLng({ latitude, longitude }: Position): leaflet.LatLngTuple {
  return [latitude, longitude];
}
