// The shop's pictures, one at a time, with a counter; without any the sign of its kind.
import { useState } from 'react';
import { Image, Swiper, SwiperItem, Text, View } from '@tarojs/components';
import type { Category } from '../../../../src/domain/merchants/category';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { pictureUrl } from '../../../features/merchants/picture-url';
import styles from './Gallery.module.scss';

interface GalleryProps {
  readonly pictures: readonly string[];
  readonly category: Category;
}

export function Gallery({ pictures, category }: GalleryProps) {
  const [current, setCurrent] = useState(0);
  if (pictures.length < 2) {
    return (
      <View className={classes(styles.gallery)}>
        <Photo picture={pictures[0]} category={category} />
      </View>
    );
  }
  return (
    <View className={classes(styles.gallery)}>
      <Swiper
        className={classes(styles.swiper, 'js-pictures')}
        circular
        onChange={({ detail }) => setCurrent(detail.current)}
      >
        {pictures.map((picture) => (
          <SwiperItem key={picture}>
            <Photo picture={picture} category={category} />
          </SwiperItem>
        ))}
      </Swiper>
      <View className={classes(styles.counter)}>
        <Text className={classes(styles.count, 'js-picture-count')}>
          {`${current + 1}/${pictures.length}`}
        </Text>
      </View>
    </View>
  );
}

interface PhotoProps {
  readonly picture: string | undefined;
  readonly category: Category;
}

function Photo({ picture, category }: PhotoProps) {
  const [isMissing, setMissing] = useState(false);
  return (
    <View className={classes(styles.photo)}>
      <View className={classes(styles.sign)}>
        <Icon name={category} size={32} />
      </View>
      {picture !== undefined && !isMissing && (
        <Image
          className={classes(styles.image)}
          src={pictureUrl(picture)}
          mode="aspectFill"
          onError={() => setMissing(true)}
        />
      )}
    </View>
  );
}
