// The map in the browser: leaflet without tiles, over streets that we draw ourselves.
import { useEffect, useRef, useState } from 'react';
import { classes } from '../classes';
import { LeafletMap } from './leaflet-map';
import type { MerchantMapProps } from './types';
import styles from './MerchantMap.module.scss';

export function MerchantMap(props: MerchantMapProps) {
  const host = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<LeafletMap>();
  const { theme, background, onSelect, fitKey } = props;

  useEffect(() => {
    if (host.current === null) return;
    const created = new LeafletMap(host.current);
    setMap(created);
    return () => created.remove();
  }, []);

  useEffect(() => map?.onSelect(onSelect), [map, onSelect]);
  useEffect(() => map?.drawGround(background), [map, background, theme]);
  useEffect(() => map?.show(props), [map, props]);
  useEffect(() => map?.fit(), [map, fitKey]);

  return <div ref={host} className={classes(styles.map)} />;
}
