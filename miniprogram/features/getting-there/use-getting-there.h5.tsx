// In the browser a panel shows the straight line between here and the shop.
import { useMemo, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { classes } from '../../components/classes';
import { readBackground } from '../../components/merchant-map/background';
import { BottomPopup } from '../../components/popup/BottomPopup';
import { useStreets } from '../../queries/use-streets';
import { useHere, useSession } from '../../session/session';
import type { Destination } from './destination';
import { WayMap } from './WayMap';
import { wayText } from './way-words';
import styles from './GettingThere.module.scss';

export function useGettingThere(destination: Destination) {
  const [isOpen, setOpen] = useState(false);
  return {
    show: () => setOpen(true),
    panel: (
      <BottomPopup isOpen={isOpen} title="怎么走" onClose={() => setOpen(false)}>
        {isOpen && <Way destination={destination} />}
      </BottomPopup>
    ),
  };
}

function Way({ destination }: { readonly destination: Destination }) {
  const here = useHere();
  const theme = useSession((session) => session.theme);
  const streets = useStreets(destination.siteId).data;
  const background = useMemo(() => readBackground(streets), [streets]);
  return (
    <View className={classes(styles.way, 'js-way')}>
      <Text className={classes(styles.how)}>{wayText(destination)}</Text>
      <Text className={classes(styles.address)}>{destination.address}</Text>
      <View className={classes(styles.map)}>
        <WayMap destination={destination} here={here} theme={theme} background={background} />
      </View>
    </View>
  );
}
