// It has arrived, and by when it will be answered.
import type { TicketView } from '../../../../src/contracts/account';
import { Text, View } from '@tarojs/components';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { dayText } from '../../../components/time/day-text';
import { StateBadge } from '../../../features/paying/StateBadge';
import { goBack, replaceBy, routes } from '../../../routes';
import styles from './Ticket.module.scss';

export function Filed({ ticket: { dueAt } }: { readonly ticket: TicketView }) {
  return (
    <View className={classes(styles.filed, 'js-filed')}>
      <StateBadge icon="check" tone="good" />
      <Text className={classes(styles.filedTitle)}>我们收到了</Text>
      <Text
        className={classes(styles.filedNote)}
      >{`${dayText(dueAt)}前答复，答复会写在「客服与投诉」里。`}</Text>
      <View className={classes(styles.filedKeys)}>
        <Button kind="plain" className="js-see-tickets" onTap={() => replaceBy(routes.help())}>
          看我提过的
        </Button>
        <Button className="js-filed-done" onTap={goBack}>
          好了
        </Button>
      </View>
    </View>
  );
}
