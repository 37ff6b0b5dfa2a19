// What may be taken, the choice of an amount, why no more, and how it goes back.
import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { Notice } from '../../../components/notice/Notice';
import { yuanText } from '../../../components/price/money';
import { Price } from '../../../components/price/Price';
import { closedText, limitsOf, PAYING_BACK } from '../../../features/advance/advance-words';
import { AmountChoice } from './AmountChoice';
import type { AdvanceProps } from './advance-props';
import styles from './Advance.module.scss';

export function AdvanceFacts({ advance, taking }: AdvanceProps) {
  const { limitFen, advanceFen } = advance;
  const closed = closedText(advance);
  return (
    <View className={classes(styles.page)}>
      <View className={classes(styles.hero)}>
        <Text className={classes(styles.heroLabel)}>现在可以先用</Text>
        <Price amountFen={limitFen} size="huge" className={styles.heroAmount} />
        {advanceFen > 0 && (
          <Text className={classes(styles.heroNote, 'js-advance-open')}>
            {`先用还没抵回的 ${yuanText(advanceFen)}`}
          </Text>
        )}
      </View>
      {closed === undefined ? (
        <AmountChoice key={limitFen} advance={advance} taking={taking} />
      ) : (
        <Notice text={closed} className="js-advance-closed" />
      )}
      {advance.isOpen && <Limits advance={advance} />}
      <View className={classes(styles.card)}>
        <Text className={classes(styles.title)}>怎么抵回</Text>
        {PAYING_BACK.map((text) => (
          <Text key={text} className={classes(styles.text)}>
            {text}
          </Text>
        ))}
      </View>
    </View>
  );
}

function Limits({ advance }: Pick<AdvanceProps, 'advance'>) {
  return (
    <View className={classes(styles.card)}>
      <Text className={classes(styles.title)}>为什么是这个数</Text>
      <Text className={classes(styles.text)}>三个数里最小的那个：</Text>
      {limitsOf(advance).map(({ title, valueFen, note, isDecisive }) => (
        <View key={title} className={classes(styles.limit, 'js-limit')}>
          <View className={classes(styles.line)}>
            <View className={classes(styles.limitHead)}>
              <Text className={classes(styles.limitTitle)}>{title}</Text>
              {isDecisive && <Text className={classes(styles.decisive)}>最小</Text>}
            </View>
            <Text className={classes(styles.limitValue)}>{yuanText(valueFen)}</Text>
          </View>
          <Text className={classes(styles.note)}>{note}</Text>
        </View>
      ))}
    </View>
  );
}
