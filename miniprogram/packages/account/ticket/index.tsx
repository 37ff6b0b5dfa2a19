// 写问题或投诉: filed once, however often it has to be sent.
import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Notice } from '../../../components/notice/Notice';
import { Page } from '../../../components/page/Page';
import { failureText } from '../../../features/errors/error-text';
import type { Draft } from '../../../features/tickets/ticket-request';
import { Filed } from './Filed';
import { TicketForm } from './TicketForm';
import { useFiling } from './use-filing';
import styles from './Ticket.module.scss';

export default function TicketPage() {
  const { params } = useRouter();
  const [draft, setDraft] = useState(() => draftOf(params));
  const { filed, failure, isBusy, file } = useFiling();
  if (filed !== undefined) {
    return (
      <Page header={<NavBar title="已收到" />}>
        <Filed ticket={filed} />
      </Page>
    );
  }
  return (
    <Page
      header={<NavBar title="写问题或投诉" />}
      footer={
        <View className={classes(styles.footer)}>
          <Button
            isBlock
            size="large"
            className="js-file"
            isDisabled={draft.text.trim() === ''}
            isBusy={isBusy}
            onTap={() => file({ ...draft, text: draft.text.trim() })}
          >
            提交
          </Button>
        </View>
      }
    >
      <TicketForm draft={draft} onChange={setDraft} />
      {failure !== null && !isBusy && (
        <View className={classes(styles.failure)}>
          <Notice kind="warning" text={failureText(failure)} />
        </View>
      )}
    </Page>
  );
}

/** A named order is a matter of after-sale, most likely. */
function draftOf({ order, kind }: Partial<Record<string, string>>): Draft {
  if (order !== undefined) return { kind: 'complaint', text: '', orderId: order };
  return { kind: kind === 'privacy' ? 'privacy' : 'question', text: '' };
}
