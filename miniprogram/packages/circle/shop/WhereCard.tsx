// Where the shop is: address, distance, the way there, a call.
import { Text, View } from '@tarojs/components';
import type { MerchantCard } from '../../../../src/contracts/values';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { callShop } from '../../../features/getting-there/call-shop';
import { wayText } from '../../../features/getting-there/way-words';
import { locate } from '../../../session/locate';
import { useSession } from '../../../session/session';
import { ShareKey } from './ShareKey';
import styles from './WhereCard.module.scss';
import shop from './Shop.module.scss';

interface WhereCardProps {
  readonly merchant: MerchantCard;
  readonly onShowWay: () => void;
}

export function WhereCard({ merchant, onShowWay }: WhereCardProps) {
  const { address, phone, distanceMetres } = merchant;
  return (
    <View className={classes(shop.card)}>
      <Text className={classes(styles.address)}>{address}</Text>
      {distanceMetres === undefined ? (
        <AskWhere />
      ) : (
        <Text className={classes(styles.far, 'js-far')}>{wayText(merchant)}</Text>
      )}
      <View className={classes(styles.keys)}>
        <Button kind="plain" className="js-way-there" onTap={onShowWay}>
          怎么走
        </Button>
        {phone !== '' && (
          <Button kind="plain" className="js-call-here" onTap={() => void callShop(phone)}>
            打电话
          </Button>
        )}
        <ShareKey />
      </View>
    </View>
  );
}

/** A shared card opens this page first: nobody is asked for their place before they want it. */
function AskWhere() {
  const locating = useSession((session) => session.locating);
  if (locating === 'refused') return null;
  return (
    <View className={classes(styles.ask, 'js-locate')} role="button" onClick={() => void locate()}>
      <Icon name="locate" size={16} />
      <Text>{locating === 'asking' ? '正在找您的位置' : '看看离我多远'}</Text>
    </View>
  );
}
