// What is left of a coupon, until when, and where it pays.
import { Text, View } from '@tarojs/components';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { Price } from '../../../components/price/Price';
import { goToTab } from '../../../routes';
import { lotStateText, lotValidityText } from './lot-words';
import type { LotFacts } from './lot-story';
import styles from './Lot.module.scss';

export function LotHead({ facts }: { readonly facts: LotFacts }) {
  const isUsable = facts.state === 'usable';
  return (
    <View className={classes(styles.head, !isUsable && styles.quiet)}>
      <Text className={classes(styles.label)}>{lotStateText(facts)}</Text>
      <Price
        amountFen={facts.balanceFen}
        size="huge"
        className={classes(styles.balance, 'js-lot-balance')}
      />
      <Text className={classes(styles.validity)}>{lotValidityText(facts)}</Text>
      {isUsable && (
        <Button kind="soft" size="small" className="js-shops" onTap={() => goToTab('circle')}>
          看身边的店
        </Button>
      )}
    </View>
  );
}
