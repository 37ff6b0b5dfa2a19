// The sheet's head: searching, how many shops there are, in which order and of which kind.
import { ScrollView, Text, View } from '@tarojs/components';
import { CATEGORIES, type Category } from '../../../src/domain/merchants/category';
import { Chip } from '../../components/chip/Chip';
import { classes } from '../../components/classes';
import { Icon } from '../../components/icon/Icon';
import { yuanText } from '../../components/price/money';
import { CATEGORY_NAMES } from '../../features/merchants/categories';
import { isWished, wishText } from '../../features/merchants/shop-order';
import { goTo, routes } from '../../routes';
import type { CircleState } from './circle-state';
import { titleText } from './circle-words';
import type { useCircle } from './use-circle';
import styles from './CircleHead.module.scss';

interface CircleHeadProps {
  readonly circle: ReturnType<typeof useCircle>;
  /** At its lowest the sheet has no room for the kinds. */
  readonly isLow: boolean;
  readonly onOpenWish: () => void;
}

export function CircleHead({ circle, isLow, onOpenWish }: CircleHeadProps) {
  const { state, category, setCategory } = circle;
  const canHaveShops = hasShops(state);
  return (
    <View className={classes(styles.head)}>
      {canHaveShops && <SearchBox couponFen={circle.couponFen} />}
      <View className={classes(styles.line)}>
        <Text className={classes(styles.title)}>{titleText(circle)}</Text>
        {canHaveShops && (
          <View
            className={classes(styles.wish, isWished(circle.wish) && styles.wished, 'js-wish')}
            onClick={onOpenWish}
          >
            <Text>{wishText(circle.wish)}</Text>
            <Icon name="down" size={12} />
          </View>
        )}
      </View>
      {canHaveShops && !isLow && <Kinds chosen={category} onChoose={setCategory} />}
    </View>
  );
}

/** Searching and kinds are of use only where there can be shops. */
function hasShops({ kind }: CircleState): boolean {
  return kind !== 'no-place' && kind !== 'not-open';
}

function SearchBox({ couponFen }: { readonly couponFen: number }) {
  return (
    <View className={classes(styles.top)}>
      <View
        className={classes(styles.search, 'js-search-box')}
        ariaLabel="搜索商家"
        onClick={() => goTo(routes.search())}
      >
        <Icon name="search" size={18} />
        <Text className={classes(styles.searchText)}>搜店名、品类、路名</Text>
      </View>
      {couponFen > 0 && (
        <Text className={classes(styles.coupon)}>{`我的券 ${yuanText(couponFen)}`}</Text>
      )}
    </View>
  );
}

interface KindsProps {
  readonly chosen: Category | undefined;
  readonly onChoose: (kind: Category | undefined) => void;
}

function Kinds({ chosen, onChoose }: KindsProps) {
  return (
    <ScrollView className={classes(styles.kinds)} scrollX enhanced showScrollbar={false}>
      <View className={classes(styles.row)}>
        <Chip icon="gift" text="领券" className="js-offers" onTap={() => goTo(routes.offers())} />
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
