// What WeChat may tell me, and how many times it still may. WeChat takes each yes for one message.
import { useState } from 'react';
import { Text } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { classes } from '../../../components/classes';
import { ListCard, ListRow } from '../../../components/list-row/ListRow';
import { leftText, REMINDERS } from '../../../features/messages/reminder-words';
import { useAllowMessages } from '../../../queries/use-allow-messages';
import { useMessageAllowances } from '../../../queries/use-message-allowances';
import styles from './index.module.scss';

export function ReminderRows() {
  const templates = useMessageAllowances().data?.templates ?? [];
  const allow = useAllowMessages();
  const [isAsking, setAsking] = useState(false);
  if (templates.length === 0) return null;
  const ask = (template: (typeof templates)[number]): void => {
    if (isAsking) return;
    const answered = allow([template]);
    setAsking(true);
    void answered.then((isAccepted) => {
      setAsking(false);
      void Taro.showToast({ title: isAccepted ? '好，到时告诉您' : '没有开启', icon: 'none' });
    });
  };
  return (
    <ListCard title="微信提醒">
      {REMINDERS.map(({ name, title }) => {
        const template = templates.find((each) => each.name === name);
        return (
          template !== undefined && (
            <ListRow
              key={name}
              title={title}
              value={leftText(template.left)}
              className={`js-remind-${name}`}
              onTap={() => ask(template)}
            />
          )
        );
      })}
      <Text className={classes(styles.reminderNote)}>
        点一下，微信会问您；每答应一次，提醒一次。
      </Text>
    </ListCard>
  );
}
