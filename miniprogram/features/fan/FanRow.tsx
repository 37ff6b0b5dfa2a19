// On a shop's page: whether I am its fan, and how to become one.
import { useState } from 'react';
import { View } from '@tarojs/components';
import { classes } from '../../components/classes';
import { ListRow } from '../../components/list-row/ListRow';
import { useFan } from '../../queries/use-fan';
import { useMyShops } from '../../queries/use-my-shops';
import { goTo, routes } from '../../routes';
import type { FanOf } from './fan-of';
import { JoinPopup } from './JoinPopup';
import styles from './Fan.module.scss';

/** Nothing at a shop that has left, at my own, and while it is not known whose fan I am. */
export function FanRow({ merchant }: { readonly merchant: FanOf }) {
  const { data } = useFan();
  const shops = useMyShops().data?.shops;
  const [isOpen, setOpen] = useState(false);
  const isOwn = shops?.some(({ code }) => code === merchant.code) ?? true;
  if (data === undefined || isOwn || merchant.state === 'left') return null;
  const isFan = data.fan?.merchant.code === merchant.code;
  return (
    <View className={classes(styles.row)}>
      {isFan ? (
        <ListRow
          icon="heart"
          title="您是这家店的粉丝"
          className="js-is-fan"
          onTap={() => goTo(routes.fan())}
        />
      ) : (
        <ListRow
          icon="heart"
          title="成为粉丝"
          note="您买单，这家店得券，您不多付"
          className="js-become-fan"
          onTap={() => setOpen(true)}
        />
      )}
      <JoinPopup
        isOpen={isOpen}
        merchant={merchant}
        fan={data.fan}
        onClose={() => setOpen(false)}
      />
    </View>
  );
}
