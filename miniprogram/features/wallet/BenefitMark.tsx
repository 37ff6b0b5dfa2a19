// What a coupon gives, as the large figure on its left: ¥20, 9 折, 免配送费, or a balance.
import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { classes } from '../../components/classes';
import { Price } from '../../components/price/Price';
import { ceilingText, foldsText, plainYuan, type Benefit } from './lot-terms';
import styles from './BenefitMark.module.scss';

interface BenefitMarkProps {
  readonly benefit: Benefit;
  readonly minSpendFen: number;
}

export function BenefitMark({ benefit, minSpendFen }: BenefitMarkProps) {
  switch (benefit.kind) {
    case 'money-off':
      return (
        <Mark note={`满 ${plainYuan(minSpendFen)} 元可用`}>
          <Price amountFen={benefit.offFen} size="large" dropZeroCents />
        </Mark>
      );
    case 'percentage':
      return (
        <Mark note={ceilingText(benefit)}>
          <Figure figure={foldsText(benefit.offBps)} unit="折" />
        </Mark>
      );
    case 'free-delivery':
      return (
        <Mark note={ceilingText(benefit)}>
          <Text className={classes(styles.words)}>免配送费</Text>
        </Mark>
      );
  }
}

/** Balance that a campaign gives. */
export function FaceMark({ faceFen }: { readonly faceFen: number }) {
  return (
    <Mark note="可以分次用">
      <Price amountFen={faceFen} size="large" dropZeroCents />
    </Mark>
  );
}

interface BalanceMarkProps {
  readonly balanceFen: number;
  readonly faceFen: number;
}

/** Balance: what is left of it, and of how much where some was spent. */
export function BalanceMark({ balanceFen, faceFen }: BalanceMarkProps) {
  const note = balanceFen < faceFen ? `原 ¥${plainYuan(faceFen)}` : undefined;
  return (
    <Mark note={note}>
      <Price amountFen={balanceFen} size={sizeOf(balanceFen)} />
    </Mark>
  );
}

interface BackMarkProps {
  readonly backBps: number;
  readonly ceilingFen: number;
}

/** What bills give back: `返 10%`. */
export function BackMark({ backBps, ceilingFen }: BackMarkProps) {
  return (
    <Mark note={`每笔最高 ${plainYuan(ceilingFen)} 元`}>
      <Text className={classes(styles.unit)}>返</Text>
      <Figure figure={String(backBps / 100)} unit="%" />
    </Mark>
  );
}

function Figure({ figure, unit }: { readonly figure: string; readonly unit: string }) {
  return (
    <>
      <Text className={classes(styles.figure)}>{figure}</Text>
      <Text className={classes(styles.unit)}>{unit}</Text>
    </>
  );
}

interface MarkProps {
  readonly note: string | undefined;
  readonly children: ReactNode;
}

function Mark({ note, children }: MarkProps) {
  return (
    <View className={classes(styles.mark)}>
      <View className={classes(styles.main)}>{children}</View>
      {note !== undefined && <Text className={classes(styles.note)}>{note}</Text>}
    </View>
  );
}

/** Large balances are set smaller, so that no figure is lost. */
function sizeOf(balanceFen: number): 'large' | 'medium' | 'small' {
  if (balanceFen < 100_000) return 'large';
  return balanceFen < 10_000_000 ? 'medium' : 'small';
}
