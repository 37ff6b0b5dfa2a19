// What is left of a coupon, until when, and where it pays.
import { Text, View } from '@tarojs/components';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { Price } from '../../../components/price/Price';
import { BenefitMark } from '../../../features/wallet/BenefitMark';
import { goToTab } from '../../../routes';
import { useNow } from '../../../session/use-now';
import { lotStateText, lotValidityText } from './lot-words';
import type { LotFacts } from './lot-story';
import styles from './Lot.module.scss';

export function LotHead({ facts }: { readonly facts: LotFacts }) {
  const isUsable = facts.state === 'usable';
  return (
    <View className={classes(styles.head, !isUsable && styles.quiet)}>
      <Text className={classes(styles.label)}>{lotStateText(facts)}</Text>
      <Worth facts={facts} />
      <Text className={classes(styles.validity)}>{lotValidityText(facts, useNow())}</Text>
      {isUsable && (
        <Button kind="soft" size="small" className="js-shops" onTap={() => goToTab('circle')}>
          看身边的店
        </Button>
      )}
    </View>
  );
}

/** What an offer gives, while one has it; of balance what is left. */
function Worth({ facts: { lot, isOffer, balanceFen } }: { readonly facts: LotFacts }) {
  if (lot?.benefit !== undefined) {
    return (
      <View className={classes(styles.benefit, 'js-lot-benefit')}>
        <BenefitMark benefit={lot.benefit} minSpendFen={lot.minSpendFen} />
      </View>
    );
  }
  if (isOffer) return null;
  return (
    <Price
      amountFen={balanceFen}
      size="huge"
      className={classes(styles.balance, 'js-lot-balance')}
    />
  );
}
