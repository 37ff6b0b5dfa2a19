// 生活圈: the shops around me, on a map and in a list that move together.
import { useState } from 'react';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { classes } from '../../components/classes';
import { Page } from '../../components/page/Page';
import { Sheet } from '../../components/sheet/Sheet';
import type { Stop } from '../../components/sheet/stops';
import { TabBar } from '../../components/tab-bar/TabBar';
import { RadiusPopup } from '../../features/merchants/RadiusPopup';
import { useScan } from '../../features/scan/use-scan';
import { locate } from '../../session/locate';
import { CircleHead } from './CircleHead';
import { CircleList } from './CircleList';
import { CircleMap } from './CircleMap';
import { useCircle } from './use-circle';
import styles from './index.module.scss';

export default function CirclePage() {
  const circle = useCircle();
  const scan = useScan();
  const [stop, setStop] = useState<Stop>('half');
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [isRadiusOpen, setRadiusOpen] = useState(false);
  useDidShow(() => void locate());

  const select = (merchantId: string | null): void => {
    setSelectedId(merchantId);
    if (merchantId !== null && stop === 'peek') setStop('half');
  };
  const openRadius = (): void => setRadiusOpen(true);

  return (
    <Page scroll="none" footer={<TabBar current="circle" onScan={scan} />}>
      <View className={classes(styles.map, stop === 'peek' && styles.wide)}>
        <CircleMap
          circle={circle}
          selectedId={selectedId}
          onSelect={select}
          onOpenRadius={openRadius}
        />
      </View>
      <Sheet stop={stop} onStop={setStop} head={<CircleHead circle={circle} />}>
        <CircleList
          circle={circle}
          selectedId={selectedId}
          onSelect={select}
          onWider={openRadius}
        />
      </Sheet>
      <RadiusPopup isOpen={isRadiusOpen} onClose={() => setRadiusOpen(false)} />
    </Page>
  );
}
