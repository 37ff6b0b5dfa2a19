// Steps one below the other, each with what it comes to; the last may lead somewhere.
import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import type { Step } from './period-steps';
import styles from './Period.module.scss';

interface ChainProps {
  readonly title: string;
  readonly steps: readonly Step[];
  /** Number of the first step. */
  readonly from: number;
  /** Where the last step leads. */
  readonly onOpenLast?: (() => void) | undefined;
}

export function Chain({ title, steps, from, onOpenLast }: ChainProps) {
  return (
    <View className={classes(styles.card)}>
      <Text className={classes(styles.cardTitle)}>{title}</Text>
      {steps.map((step, index) => (
        <ChainStep
          key={step.title}
          step={step}
          number={from + index}
          onOpen={index === steps.length - 1 ? onOpenLast : undefined}
        />
      ))}
    </View>
  );
}

interface ChainStepProps {
  readonly step: Step;
  readonly number: number;
  readonly onOpen: (() => void) | undefined;
}

function ChainStep({ step, number, onOpen }: ChainStepProps) {
  const { title, result, lines, note } = step;
  return (
    <View
      className={classes(styles.step, onOpen !== undefined && styles.tappable, 'js-step')}
      onClick={() => onOpen?.()}
    >
      <View className={classes(styles.rail)}>
        <Text className={classes(styles.number)}>{number}</Text>
        <View className={classes(styles.thread)} />
      </View>
      <View className={classes(styles.stepBody)}>
        <View className={classes(styles.stepHead)}>
          <Text className={classes(styles.stepTitle)}>{title}</Text>
          <View className={classes(styles.result)}>
            <Text className={classes(styles.resultText)}>{result}</Text>
            {onOpen !== undefined && <Icon name="right" size={14} />}
          </View>
        </View>
        {lines.map(({ label, value }) => (
          <View key={label} className={classes(styles.line)}>
            <Text className={classes(styles.lineLabel)}>{label}</Text>
            <Text className={classes(styles.lineValue)}>{value}</Text>
          </View>
        ))}
        {note !== undefined && <Text className={classes(styles.note)}>{note}</Text>}
      </View>
    </View>
  );
}
