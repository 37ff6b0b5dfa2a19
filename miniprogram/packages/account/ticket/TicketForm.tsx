// What kind it is, which order it is about, and the text.
import { Text, Textarea, View } from '@tarojs/components';
import { MAX_TICKET_LENGTH } from '../../../../src/domain/limits';
import { Chip } from '../../../components/chip/Chip';
import { classes } from '../../../components/classes';
import { promiseText, TICKET_KINDS } from '../../../features/tickets/ticket-words';
import type { Draft } from '../../../features/tickets/ticket-request';
import { useNow } from '../../../session/use-now';
import { OrderChoice } from './OrderChoice';
import styles from './Ticket.module.scss';

export interface TicketFormProps {
  readonly draft: Draft;
  /** Changes what is there by then: two changes can come before the page is drawn again. */
  readonly onChange: (change: (before: Draft) => Draft) => void;
}

export function TicketForm({ draft, onChange }: TicketFormProps) {
  const now = useNow();
  const { kind, text } = draft;
  return (
    <View className={classes(styles.form)}>
      <View className={classes(styles.kinds)}>
        {TICKET_KINDS.map((each) => (
          <Chip
            key={each.kind}
            text={each.name}
            isChosen={each.kind === kind}
            className={classes(styles.kind, `js-kind-${each.kind}`)}
            onTap={() => onChange((before) => ({ ...before, kind: each.kind }))}
          />
        ))}
      </View>
      <View className={classes(styles.card)}>
        <Textarea
          className={classes(styles.text, 'js-ticket-text')}
          value={text}
          maxlength={MAX_TICKET_LENGTH}
          placeholder={HINTS[kind]}
          placeholderClass={styles.placeholder ?? ''}
          cursorSpacing={80}
          disableDefaultPadding
          onInput={({ detail }) => onChange((before) => ({ ...before, text: detail.value }))}
        />
        <View className={classes(styles.count)}>
          <Text>{promiseText(kind, now)}</Text>
          <Text className="js-ticket-count">{`${text.length}/${MAX_TICKET_LENGTH}`}</Text>
        </View>
      </View>
      <OrderChoice
        orderId={draft.orderId}
        onChoose={(orderId) => onChange((before) => aboutOrder(before, orderId))}
      />
      <Text className={classes(styles.note)}>
        请不要写身份证号、银行卡号和密码，我们从不需要它们。
      </Text>
    </View>
  );
}

const HINTS: { readonly [K in Draft['kind']]: string } = {
  question: '想问什么，写在这里',
  complaint: '发生了什么，希望怎样解决。付错金额请写明应付多少',
  privacy: '关于您的哪些信息，希望我们怎样做',
};

function aboutOrder({ kind, text }: Draft, orderId: string | undefined): Draft {
  return { kind, text, ...(orderId !== undefined && { orderId }) };
}
