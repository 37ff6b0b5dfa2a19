// The upper half of the circle: the map, and over it where I am and how far I look.
import { Text, View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { Chip } from '../../components/chip/Chip';
import { classes } from '../../components/classes';
import { Icon } from '../../components/icon/Icon';
import { MerchantMap } from '../../components/merchant-map/MerchantMap';
import { takesPayments, tradingAt } from '../../features/merchants/merchant-facts';
import { radiusText } from '../../features/merchants/radius';
import { useSiteSwitch } from '../../features/place/use-site-switch';
import { goTo, routes } from '../../routes';
import { locate } from '../../session/locate';
import { navMetrics } from '../../session/nav-metrics';
import { useSession } from '../../session/session';
import type { useCircle } from './use-circle';
import styles from './CircleMap.module.scss';

interface CircleMapProps {
  readonly circle: ReturnType<typeof useCircle>;
  readonly selectedId: string | null;
  readonly onSelect: (merchantId: string | null) => void;
  readonly onOpenRadius: () => void;
}

export function CircleMap({ circle, selectedId, onSelect, onOpenRadius }: CircleMapProps) {
  const theme = useSession((session) => session.theme);
  const textScale = useSession((session) => (session.textSize === 'large' ? 1.3 : 1));
  const [recentred, setRecentred] = useState(0);
  const { centre, here, radiusMetres, state, background, now } = circle;
  const shops = state.kind === 'shops' ? state.shops : undefined;
  const merchants = useMemo(
    () =>
      (shops ?? []).map((shop) => ({
        id: shop.id,
        name: shop.name,
        category: shop.category,
        position: shop.position,
        isOpen: takesPayments(tradingAt(shop, now)),
      })),
    [shops, now],
  );
  return (
    <>
      {centre !== null && (
        <MerchantMap
          centre={centre}
          radiusMetres={radiusMetres}
          isHereKnown={here !== null}
          merchants={merchants}
          selectedId={selectedId}
          onSelect={onSelect}
          theme={theme}
          textScale={textScale}
          background={background}
          fitKey={`${centre.longitude},${centre.latitude},${radiusMetres},${recentred}`}
        />
      )}
      <MapBar circle={circle} onOpenRadius={onOpenRadius} />
      <View
        className={classes(styles.locate, 'js-locate')}
        ariaLabel="回到我的位置"
        onClick={() => {
          setRecentred(recentred + 1);
          void locate();
        }}
      >
        <Icon name="locate" size={22} />
      </View>
    </>
  );
}

type MapBarProps = Pick<CircleMapProps, 'circle' | 'onOpenRadius'>;

function MapBar({ circle, onOpenRadius }: MapBarProps) {
  const { radiusMetres, community, site } = circle;
  const chosenPlace = useSession((session) => session.chosenPlace);
  const locating = useSession((session) => session.locating);
  const switched = useSiteSwitch(site);
  const { top, height, capsule } = navMetrics();
  const locatedText = locating === 'located' ? (community?.name ?? '我的位置') : '选择位置';
  const placeText = chosenPlace?.name ?? locatedText;
  return (
    <>
      <View
        className={classes(styles.bar)}
        style={{ paddingTop: `${top}px`, minHeight: `${height}px`, paddingRight: `${capsule}px` }}
      >
        <Chip
          kind="float"
          icon="pin"
          trailing="down"
          text={placeText}
          className={`${classes(styles.placeChip)} js-place-chip`}
          onTap={() => goTo(routes.place())}
        />
        <Chip
          kind="float"
          icon="radius"
          trailing="down"
          text={radiusText(radiusMetres)}
          className="js-radius-chip"
          onTap={onOpenRadius}
        />
      </View>
      {switched !== null && (
        <Text
          className={classes(styles.switched, 'js-switched')}
          style={{ top: `${top + height + 8}px` }}
        >
          {switched}
        </Text>
      )}
    </>
  );
}
