// 生活圈: the shops around me, on a map and in a list that move together.
import { useState } from 'react';
import { View } from '@tarojs/components';
import { classes } from '../../components/classes';
import { Page } from '../../components/page/Page';
import { Sheet } from '../../components/sheet/Sheet';
import type { Stop } from '../../components/sheet/stops';
import { TabBar } from '../../components/tab-bar/TabBar';
import { RadiusPopup } from '../../features/merchants/RadiusPopup';
import { BroughtBy } from '../../features/scan/BroughtBy';
import { useScan } from '../../features/scan/use-scan';
import { useFollowPhone } from '../../session/use-follow-phone';
import { CircleHead } from './CircleHead';
import { CircleList } from './CircleList';
import { CircleMap } from './CircleMap';
import { useCircle } from './use-circle';
import { WishPopup } from './WishPopup';
import styles from './index.module.scss';

export default function CirclePage() {
  useFollowPhone();
  const circle = useCircle();
  const scan = useScan();
  const [stop, setStop] = useState<Stop>('half');
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [popup, setPopup] = useState<'radius' | 'wish' | null>(null);

  const select = (merchantId: string | null): void => {
    setSelectedId(merchantId);
    if (merchantId !== null && stop === 'peek') setStop('half');
  };
  const openRadius = (): void => setPopup('radius');
  const close = (): void => setPopup(null);
  const head = (
    <CircleHead circle={circle} isLow={stop === 'peek'} onOpenWish={() => setPopup('wish')} />
  );

  return (
    <Page scroll="none" footer={<TabBar current="circle" onScan={scan} />}>
      <View className={classes(styles.map, stop === 'peek' && styles.wide)}>
        <CircleMap
          circle={circle}
          selectedId={selectedId}
          onSelect={select}
          onOpenRadius={openRadius}
        />
        <BroughtBy />
      </View>
      <Sheet stop={stop} onStop={setStop} head={head}>
        <CircleList circle={circle} selectedId={selectedId} onWider={openRadius} />
      </Sheet>
      <RadiusPopup isOpen={popup === 'radius'} onClose={close} />
      <WishPopup
        isOpen={popup === 'wish'}
        wish={circle.wish}
        onWish={circle.setWish}
        onClose={close}
      />
    </Page>
  );
}
