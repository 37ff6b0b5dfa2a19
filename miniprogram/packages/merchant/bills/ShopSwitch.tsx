// Whose bills these are; who works for several shops chooses another one here.
import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { OutputOf } from '../../../cloud/types';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { BottomPopup } from '../../../components/popup/BottomPopup';
import { MerchantPicture } from '../../../features/merchants/MerchantPicture';
import styles from './Bills.module.scss';

export type MyShop = OutputOf<'merchant', 'shops'>['shops'][number];

export interface ShopSwitchProps {
  readonly shop: MyShop;
  readonly shops: readonly MyShop[];
  readonly onChoose: (merchantCode: string) => void;
}

export function ShopSwitch({ shop, shops, onChoose }: ShopSwitchProps) {
  const [isOpen, setOpen] = useState(false);
  const hasOthers = shops.length > 1;
  return (
    <>
      <View
        className={classes(styles.shop, hasOthers && 'js-switch-shop')}
        onClick={() => hasOthers && setOpen(true)}
      >
        <MerchantPicture picture={shop.picture} size="small" />
        <Text className={classes(styles.shopName)}>{shop.name}</Text>
        {hasOthers && (
          <View className={classes(styles.switch)}>
            <Text>换一家店</Text>
            <Icon name="down" size={14} />
          </View>
        )}
      </View>
      <BottomPopup isOpen={isOpen} title="看哪家店的账单" onClose={() => setOpen(false)}>
        {shops.map(({ code, name, picture }) => (
          <View
            key={code}
            className={classes(styles.choice, 'js-shop-choice')}
            role="radio"
            onClick={() => {
              setOpen(false);
              onChoose(code);
            }}
          >
            <MerchantPicture picture={picture} size="small" />
            <Text className={classes(styles.choiceName)}>{name}</Text>
            {code === shop.code && <Icon name="check" size={18} className={styles.chosen} />}
          </View>
        ))}
      </BottomPopup>
    </>
  );
}
