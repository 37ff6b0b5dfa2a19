// The map inside WeChat.
import { useState } from 'react';
import { Map } from '@tarojs/components';
import { classes } from '../classes';
import { openBubble } from './open-bubble';
import type { RegionChange } from './region-change';
import { SceneMaker } from './scene';
import type { MerchantMapProps } from './types';
import { useWeappView } from './use-weapp-view';
import { darkVeil, ringOf, sceneMarkers } from './weapp-markers';
import styles from './MerchantMap.module.scss';

export function MerchantMap(props: MerchantMapProps) {
  const { merchants, selectedId, onSelect, theme, textScale, isHereKnown, centre } = props;
  const { seen, asked, move, look } = useWeappView(props);
  const [scenes] = useState(() => new SceneMaker());
  const here = isHereKnown ? centre : null;
  const scene = scenes.make({ merchants, selectedId, textScale, here }, seen);
  const { markers, find } = sceneMarkers(scene, { theme, textScale, here });

  const tapMarker = (markerId: number): void => {
    const found = find(markerId);
    if (found?.kind === 'shop') onSelect(found.merchantId);
    if (found?.kind !== 'bubble') return;
    const opening = openBubble(found.bubble, seen);
    if (opening.kind === 'select') onSelect(opening.merchantId);
    else move(opening.view);
  };
  return (
    <Map
      className={classes(styles.map, 'js-map')}
      {...asked}
      enableRotate={false}
      showScale={false}
      markers={markers}
      circles={isHereKnown ? [ringOf(props)] : []}
      polygons={theme === 'dark' ? [darkVeil(centre)] : []}
      onError={() => undefined}
      onTap={() => onSelect(null)}
      onMarkerTap={({ detail }) => tapMarker(Number(detail.markerId))}
      onRegionChange={({ type, detail }) => look({ type, detail } as RegionChange)}
    />
  );
}
