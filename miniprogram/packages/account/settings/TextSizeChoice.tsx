// Two sizes, with a sample that changes at once.
import { Text, View } from '@tarojs/components';
import { Chip } from '../../../components/chip/Chip';
import { classes } from '../../../components/classes';
import { Price } from '../../../components/price/Price';
import { useSession, type TextSize } from '../../../session/session';
import styles from './index.module.scss';

const TEXT_SIZES: readonly { readonly size: TextSize; readonly name: string }[] = [
  { size: 'normal', name: '标准' },
  { size: 'large', name: '大' },
];

export function TextSizeChoice() {
  const textSize = useSession((session) => session.textSize);
  const setTextSize = useSession((session) => session.setTextSize);
  return (
    <>
      <View className={classes(styles.choices)}>
        {TEXT_SIZES.map(({ size, name }) => (
          <Chip
            key={size}
            kind="sunken"
            text={name}
            isChosen={size === textSize}
            className={classes(styles.half, `js-text-${size}`)}
            onTap={() => setTextSize(size)}
          />
        ))}
      </View>
      <View className={classes(styles.sample)}>
        <View className={classes(styles.sampleText)}>
          <Text className={classes(styles.sampleName)}>青禾鲜果 · 消费券</Text>
          <Text className={classes(styles.sampleNote)}>任意联盟商家可用，可分几次用</Text>
        </View>
        <Price amountFen={1250} size="large" />
      </View>
    </>
  );
}
