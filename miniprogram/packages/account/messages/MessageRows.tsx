// Messages month by month; a row leads to what it is about.
import { Text, View } from '@tarojs/components';
import type { MessageView } from '../../../../src/contracts/messages';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { monthText } from '../../../components/time/day-text';
import { goTo, goToTab, routes } from '../../../routes';
import styles from './Messages.module.scss';
import { byMonth, messageFace, targetOf, timeText, type MessageTarget } from './message-words';

export function MessageRows({ messages }: { readonly messages: readonly MessageView[] }) {
  return (
    <>
      {byMonth(messages, monthText).map(({ month, messages: its }) => (
        <View key={month}>
          <Text className={classes(styles.month)}>{month}</Text>
          <View className={classes(styles.card)}>
            {its.map((message) => (
              <MessageRow key={message.id} message={message} />
            ))}
          </View>
        </View>
      ))}
    </>
  );
}

function MessageRow({ message }: { readonly message: MessageView }) {
  const { icon, title, note } = messageFace(message);
  return (
    <View
      className={classes(styles.row, 'js-message')}
      role="link"
      ariaLabel={message.isUnread ? `未读，${title}` : title}
      onClick={() => open(message)}
    >
      <View className={classes(styles.sign)}>
        <Icon name={icon} size={20} />
        {message.isUnread && <View className={classes(styles.dot, 'js-unread')} />}
      </View>
      <View className={classes(styles.text)}>
        <Text className={classes(styles.title, message.isUnread && styles.unread)}>{title}</Text>
        <Text className={classes(styles.note)}>{note}</Text>
        <Text className={classes(styles.time)}>{timeText(message)}</Text>
      </View>
      <Icon name="right" size={14} className={styles.chevron} />
    </View>
  );
}

function open(message: MessageView): void {
  const target = targetOf(message);
  if (target.page === 'wallet') goToTab('wallet');
  else goTo(addressOf(target));
}

function addressOf(target: Exclude<MessageTarget, { readonly page: 'wallet' }>): string {
  switch (target.page) {
    case 'period':
      return routes.period(target.period);
    case 'lot':
      return routes.lot(target.lotId);
    case 'order':
      return routes.order(target.orderId);
    case 'statement':
      return routes.statement();
  }
}
