// The sheet's head: how many shops there are, and of which kind they shall be.
import { ScrollView, Text, View } from '@tarojs/components';
import { CATEGORIES, type Category } from '../../../src/domain/merchants/merchant';
import { Chip } from '../../components/chip/Chip';
import { classes } from '../../components/classes';
import { yuanText } from '../../components/price/money';
import { CATEGORY_NAMES } from '../../features/merchants/categories';
import { radiusText } from '../../features/merchants/radius';
import type { CircleState } from './circle-state';
import type { useCircle } from './use-circle';
import styles from './CircleHead.module.scss';

export function CircleHead({ circle }: { readonly circle: ReturnType<typeof useCircle> }) {
  const { state, category, setCategory, couponFen } = circle;
  return (
    <View className={classes(styles.head)}>
      <View className={classes(styles.line)}>
        <Text className={classes(styles.title)}>{titleOf(circle)}</Text>
        {couponFen > 0 && (
          <Text className={classes(styles.coupon)}>{`我的券 ${yuanText(couponFen)}`}</Text>
        )}
      </View>
      {hasShops(state) && <Kinds chosen={category} onChoose={setCategory} />}
    </View>
  );
}

/** Kinds are of use only where there can be shops. */
function hasShops({ kind }: CircleState): boolean {
  return kind !== 'no-place' && kind !== 'not-open';
}

interface KindsProps {
  readonly chosen: Category | undefined;
  readonly onChoose: (kind: Category | undefined) => void;
}

function Kinds({ chosen, onChoose }: KindsProps) {
  return (
    <ScrollView className={classes(styles.kinds)} scrollX enhanced showScrollbar={false}>
      <View className={classes(styles.row)}>
        <Chip
          text="全部"
          isChosen={chosen === undefined}
          className="js-kind-all"
          onTap={() => onChoose(undefined)}
        />
        {CATEGORIES.map((kind) => (
          <Chip
            key={kind}
            icon={kind}
            text={CATEGORY_NAMES[kind]}
            isChosen={chosen === kind}
            className={`js-kind-${kind}`}
            onTap={() => onChoose(kind === chosen ? undefined : kind)}
          />
        ))}
      </View>
    </ScrollView>
  );
}

function titleOf({ state, radiusMetres, category }: ReturnType<typeof useCircle>): string {
  const within = `${radiusText(radiusMetres)}内`;
  switch (state.kind) {
    case 'shops': {
      const kind = category === undefined ? '商家' : CATEGORY_NAMES[category];
      return `${within} ${state.merchants.length}${state.isLast ? '' : '+'} 家${kind}`;
    }
    case 'empty':
      return `${within}的商家`;
    case 'locating':
      return '正在找您的位置';
    case 'loading':
      return `正在看 ${within}的商家`;
    case 'no-place':
      return '您在哪里？';
    case 'not-open':
    case 'failed':
      return '身边的商家';
  }
}
