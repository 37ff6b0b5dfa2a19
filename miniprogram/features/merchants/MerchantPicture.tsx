// A shop's picture; while it loads or when it is missing, the icon of its kind.
import { useState } from 'react';
import { Image, View } from '@tarojs/components';
import type { Category } from '../../../src/domain/merchants/category';
import { classes } from '../../components/classes';
import { Icon } from '../../components/icon/Icon';
import { pictureUrl } from './picture-url';
import styles from './MerchantPicture.module.scss';

interface MerchantPictureProps {
  readonly picture: string;
  /** Where the kind is not known, e.g. in an order, a shop's sign stands in. */
  readonly category?: Category;
  readonly size?: 'small' | 'medium' | 'large';
  readonly isDimmed?: boolean;
}

export function MerchantPicture({
  picture,
  category,
  size = 'medium',
  isDimmed = false,
}: MerchantPictureProps) {
  const [isMissing, setMissing] = useState(false);
  return (
    <View className={classes(styles.frame, styles[size], isDimmed && styles.dimmed)}>
      <Icon name={category ?? 'store'} size={28} className={styles.icon} />
      {!isMissing && (
        <Image
          className={classes(styles.image)}
          src={pictureUrl(picture)}
          mode="aspectFill"
          lazyLoad
          onError={() => setMissing(true)}
        />
      )}
    </View>
  );
}
