// The shop, since when, until when, and the way out, which is asked about once.
import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { FanView } from '../../../../src/contracts/account';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { BottomPopup } from '../../../components/popup/BottomPopup';
import { dotted } from '../../../components/text/dotted';
import { endText, LEAVING, sinceText } from '../../../features/fan/fan-words';
import { FanQuestion } from '../../../features/fan/FanQuestion';
import { MerchantPicture } from '../../../features/merchants/MerchantPicture';
import { useSetFan } from '../../../queries/use-set-fan';
import { goTo, routes } from '../../../routes';
import styles from './Fan.module.scss';

export function FanCard({ fan }: { readonly fan: NonNullable<FanView> }) {
  const [isAsking, setAsking] = useState(false);
  const setFan = useSetFan();
  const { code, name, picture } = fan.merchant;
  return (
    <View className={classes(styles.card)}>
      <View
        className={classes(styles.shop, 'js-fan-shop')}
        role="link"
        onClick={() => goTo(routes.shop(code))}
      >
        <MerchantPicture picture={picture} size="small" />
        <View className={classes(styles.shopText)}>
          <Text className={classes(styles.shopName)}>{name}</Text>
          <Text className={classes(styles.note)}>{dotted(['您是它的粉丝', sinceText(fan)])}</Text>
        </View>
        <Icon name="right" size={16} className={styles.chevron} />
      </View>
      <View className={classes(styles.foot)}>
        <Text className={classes(styles.end)}>{endText(fan)}</Text>
        <Button kind="plain" size="small" className="js-leave" onTap={() => setAsking(true)}>
          离开
        </Button>
      </View>
      <BottomPopup
        isOpen={isAsking}
        title={`不再做${name}的粉丝？`}
        onClose={() => setAsking(false)}
      >
        <FanQuestion
          texts={[LEAVING]}
          failure={setFan.error}
          answer="离开"
          className="js-leave-now"
          isBusy={setFan.isPending}
          onAnswer={() => setFan.mutate({ merchantCode: null })}
        />
      </BottomPopup>
    </View>
  );
}
