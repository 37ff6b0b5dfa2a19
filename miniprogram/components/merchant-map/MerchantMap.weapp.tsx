// The map inside WeChat.
import { useState } from 'react';
import { Map } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { classes } from '../classes';
import { project, zoomToFit } from './map-view';
import { placePins } from './place-labels';
import type { MerchantMapProps } from './types';
import { darkVeil, meMarker, pinMarker, ringOf } from './weapp-markers';
import styles from './MerchantMap.module.scss';

/** The map's share of the screen's height while the sheet stands half open. */
const HEIGHT_SHARE = 0.45;

export function MerchantMap(props: MerchantMapProps) {
  const { centre, radiusMetres, merchants, selectedId, theme, textScale, isHereKnown } = props;
  const { windowWidth, windowHeight } = Taro.getWindowInfo();
  const fitting = zoomToFit({
    centre,
    radiusMetres,
    width: windowWidth,
    height: windowHeight * HEIGHT_SHARE,
  });
  // A new circle is shown whole; zooming by hand holds until then.
  const [zoomed, setZoomed] = useState<{ readonly fitKey: string; readonly zoom: number }>();
  const zoom = zoomed?.fitKey === props.fitKey ? zoomed.zoom : fitting;
  const { placements } = placePins(
    merchants.map(({ id, name, position }) => ({
      id,
      name,
      at: project(position, zoom),
      isSelected: id === selectedId,
    })),
    { textScale },
  );
  return (
    <Map
      className={classes(styles.map)}
      longitude={centre.longitude}
      latitude={centre.latitude}
      scale={fitting}
      enableRotate={false}
      showScale={false}
      markers={[
        ...merchants.map((merchant, index) =>
          pinMarker({
            index,
            merchant,
            placement: placements.get(merchant.id),
            isSelected: merchant.id === selectedId,
            theme,
            textScale,
          }),
        ),
        ...(isHereKnown ? [meMarker(centre)] : []),
      ]}
      circles={isHereKnown ? [ringOf({ centre, radiusMetres })] : []}
      polygons={theme === 'dark' ? [darkVeil(centre)] : []}
      onError={() => undefined}
      onTap={() => props.onSelect(null)}
      onMarkerTap={(event) => {
        const merchant = merchants[Number(event.detail.markerId)];
        if (merchant !== undefined) props.onSelect(merchant.id);
      }}
      onRegionChange={(event) => {
        const { scale } = event.detail as { readonly scale?: number };
        if (event.type === 'end' && scale !== undefined && scale !== zoom) {
          setZoomed({ fitKey: props.fitKey, zoom: scale });
        }
      }}
    />
  );
}
