// One coupon in the choice: used or not, how much of its balance this bill takes, or why none.
import { useState } from 'react';
import { Input, Text, View } from '@tarojs/components';
import { classes } from '../../components/classes';
import { Icon } from '../../components/icon/Icon';
import { pointsText, yuanText } from '../../components/price/money';
import { untilText } from '../wallet/lot-words';
import { useCityOf } from '../wallet/use-city-of';
import { notUsedText } from './bill-words';
import { isOffer, setLotAmount, type ChangeChoice, type OfferedLot } from './coupon-choice';
import { choiceTerms, lotTitle } from './lot-title';
import { readLotAmount } from './lot-amount';
import { isDead, standingOf, type StandingFacts } from './lot-standing';
import { tapLot } from './tap-lot';
import styles from './LotChoice.module.scss';

export interface LotChoiceProps {
  readonly index: number;
  readonly offered: OfferedLot;
  readonly facts: StandingFacts;
  readonly onChoose: ChangeChoice;
}

export function LotChoice({ index, offered, facts, onChoose }: LotChoiceProps) {
  const { lot, usableFen } = offered;
  const standing = standingOf(offered, facts);
  const [isWanted, want] = useWanted(facts);
  const isUsable = !isDead(standing);
  const isTicked = standing.kind === 'used' || (isWanted && standing.kind === 'free');
  const tap = (): void => {
    if (!isUsable) return;
    want(standing.kind !== 'used');
    onChoose((before) => tapLot(before, offered, { ...facts, choice: before }));
  };
  return (
    <View className={classes(styles.row, !isUsable && styles.dead, 'js-lot-choice')}>
      <View
        className={classes(styles.facts, `js-lot-${index}`)}
        role={isOffer(offered) ? 'radio' : 'checkbox'}
        onClick={tap}
      >
        <View className={classes(styles.box, isTicked && styles.ticked)}>
          {isTicked && <Icon name="check" size={14} />}
        </View>
        <View className={classes(styles.text)}>
          <Text className={classes(styles.title)}>{lotTitle(lot)}</Text>
          <LotNotes offered={offered} why={notUsedText(standing)} />
        </View>
      </View>
      {standing.kind === 'used' && isOffer(offered) && (
        <Text className={classes(styles.saved)}>{yuanText(-standing.amountFen)}</Text>
      )}
      {standing.kind === 'used' && !isOffer(offered) && (
        <AmountInput
          key={standing.amountFen}
          index={index}
          takenFen={standing.amountFen}
          usableFen={usableFen}
          onSetAmount={(amountFen) =>
            onChoose((before) => setLotAmount(before, { lotId: lot.id, amountFen }))
          }
        />
      )}
    </View>
  );
}

/** A tap answers at once; the quote that knows it comes later, and then only it counts. */
function useWanted({ uses }: StandingFacts) {
  const [wanted, setWanted] = useState<StandingFacts['uses']>();
  return [wanted === uses, (is: boolean) => setWanted(is ? uses : undefined)] as const;
}

interface LotNotesProps {
  readonly offered: OfferedLot;
  readonly why: string | undefined;
}

function LotNotes({ offered: { lot }, why }: LotNotesProps) {
  const terms = choiceTerms(lot, useCityOf());
  const until = lot.source === 'shop' ? '付款时自动减' : `${untilText(lot.expiresAt)}可用`;
  return (
    <>
      {terms !== '' && <Text className={classes(styles.note)}>{terms}</Text>}
      {why === undefined ? (
        <Text className={classes(styles.note)}>{until}</Text>
      ) : (
        <Text className={classes(styles.note, styles.why)}>{why}</Text>
      )}
    </>
  );
}

interface AmountInputProps {
  readonly index: number;
  readonly takenFen: number;
  readonly usableFen: number;
  readonly onSetAmount: (amountFen: number) => void;
}

function AmountInput({ index, takenFen, usableFen, onSetAmount }: AmountInputProps) {
  const leave = (text: string): void => {
    const amountFen = readLotAmount(text, { usableFen });
    if (amountFen !== undefined && amountFen !== takenFen) onSetAmount(amountFen);
  };
  return (
    <View className={classes(styles.taken)}>
      <Text className={classes(styles.sign)}>用 ¥</Text>
      <Input
        className={classes(styles.input, `js-lot-amount-${index}`)}
        type="digit"
        defaultValue={pointsText(takenFen)}
        maxlength={14}
        confirmType="done"
        onBlur={({ detail }) => leave(detail.value)}
        onConfirm={({ detail }) => leave(detail.value)}
      />
    </View>
  );
}
