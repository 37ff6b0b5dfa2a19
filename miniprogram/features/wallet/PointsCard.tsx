// My points: those in effect, those that follow, and the ceiling of what they can ever release.
import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { OutputOf } from '../../cloud/types';
import { classes } from '../../components/classes';
import { Icon } from '../../components/icon/Icon';
import { pointsText, yuanText } from '../../components/price/money';
import { shortDayText } from '../../components/time/day-text';
import { goTo, routes } from '../../routes';
import styles from './PointsCard.module.scss';

type Summary = OutputOf<'wallet', 'summary'>;

export function PointsCard({ summary }: { readonly summary: Summary }) {
  const { points, maturing, receivedFen, capFen } = summary;
  return (
    <View className={classes(styles.card)}>
      <View className={classes(styles.head)} onClick={() => goTo(routes.rules())}>
        <Text className={classes(styles.title)}>我的积分</Text>
        <Text className={classes(styles.link)}>何时派券：规则</Text>
        <Icon name="right" size={12} className={styles.chevron} />
      </View>
      <Text className={classes(styles.points, 'js-points')}>{pointsText(points)}</Text>
      {maturing.length > 0 && <Maturing maturing={maturing} />}
      <Text className={classes(styles.note)}>积分不会因派券减少，也不能兑换现金。</Text>
      {capFen > 0 && <Ceiling receivedFen={receivedFen} capFen={capFen} />}
      <Text className={classes(styles.note)}>累计派券最多为积分的 5 倍。这是上限，不是承诺。</Text>
    </View>
  );
}

function Ceiling({ receivedFen, capFen }: Pick<Summary, 'receivedFen' | 'capFen'>) {
  return (
    <View className={classes(styles.ceiling)}>
      <View className={classes(styles.figure)}>
        <Text className={classes(styles.label)}>累计派券</Text>
        <Text className={classes(styles.value)}>{yuanText(receivedFen)}</Text>
      </View>
      <View className={classes(styles.figure)}>
        <Text className={classes(styles.label)}>上限</Text>
        <Text className={classes(styles.value)}>{yuanText(capFen)}</Text>
      </View>
    </View>
  );
}

const SHOWN = 3;

function Maturing({ maturing }: Pick<Summary, 'maturing'>) {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? maturing : maturing.slice(0, SHOWN);
  return (
    <View className={classes(styles.maturing)}>
      <Text className={classes(styles.label)}>待生效</Text>
      {shown.map(({ effectiveAt, points }, index) => (
        <View key={`${effectiveAt}-${index}`} className={classes(styles.later, 'js-maturing')}>
          <Text className={classes(styles.laterPoints)}>{`+${pointsText(points)}`}</Text>
          <Text>{`${shortDayText(effectiveAt)}生效`}</Text>
        </View>
      ))}
      {maturing.length > shown.length && (
        <View className={classes(styles.all)} onClick={() => setOpen(true)}>
          <Text>{`看全部 ${maturing.length} 笔`}</Text>
        </View>
      )}
    </View>
  );
}
