// Keeps a layer's markers in step with what is wanted and leaves alone what did not change, so
// that a move of the map makes only what comes into sight.
import type leaflet from 'leaflet';

export interface WantedMarker {
  readonly key: string;
  /** Everything that its look follows from; a change of it makes a new marker. */
  readonly look: string;
  readonly make: () => leaflet.Marker;
}

export class KeyedMarkers {
  private drawn = new Map<string, { readonly look: string; readonly marker: leaflet.Marker }>();

  constructor(private readonly layer: leaflet.LayerGroup) {}

  show(wanted: readonly WantedMarker[]): void {
    const next: typeof this.drawn = new Map();
    for (const { key, look, make } of wanted) {
      const known = this.drawn.get(key);
      if (known?.look === look) next.set(key, known);
      else next.set(key, { look, marker: make().addTo(this.layer) });
    }
    for (const [key, { marker }] of this.drawn) {
      if (next.get(key)?.marker !== marker) marker.remove();
    }
    this.drawn = next;
  }
}
