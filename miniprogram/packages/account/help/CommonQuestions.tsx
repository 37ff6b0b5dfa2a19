// Questions that open to their answer, one at a time.
import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { goTo, routes } from '../../../routes';
import { questionOf, questionsFor, type CommonQuestion } from './common-questions';
import styles from './Help.module.scss';

/** `asked`: the id of the question that is open at first. */
export function CommonQuestions({ asked }: { readonly asked: string | undefined }) {
  const questions = questionsFor(asked);
  const [open, setOpen] = useState<string | null>(() => questionOf(asked));
  return (
    <View className={classes(styles.card)}>
      {questions.map((item, index) => (
        <Question
          key={item.question}
          item={item}
          className={`js-question-${index}`}
          isOpen={open === item.question}
          onTap={() => setOpen(open === item.question ? null : item.question)}
        />
      ))}
    </View>
  );
}

interface QuestionProps {
  readonly item: CommonQuestion;
  readonly className: string;
  readonly isOpen: boolean;
  readonly onTap: () => void;
}

function Question({ item, className, isOpen, onTap }: QuestionProps) {
  const { question, answer, more } = item;
  return (
    <View className={classes(styles.item)}>
      <View className={classes(styles.question, className)} role="button" onClick={onTap}>
        <Text className={classes(styles.questionText)}>{question}</Text>
        <Icon name={isOpen ? 'up' : 'down'} size={16} className={styles.chevron} />
      </View>
      {isOpen && (
        <View className={classes(styles.answer)}>
          <Text>{answer}</Text>
          {more !== undefined && <More more={more} />}
        </View>
      )}
    </View>
  );
}

const WAYS = {
  rules: { text: '看规则', go: () => goTo(routes.rules()) },
  orders: { text: '看我的订单', go: () => goTo(routes.orders()) },
  privacy: { text: '看隐私说明', go: () => goTo(routes.privacy()) },
  statement: { text: '看明细', go: () => goTo(routes.statement()) },
} as const;

function More({ more }: { readonly more: NonNullable<CommonQuestion['more']> }) {
  const { text, go } = WAYS[more];
  return (
    <View className={classes(styles.more, 'js-more')} role="link" onClick={go}>
      <Text>{text}</Text>
      <Icon name="right" size={14} />
    </View>
  );
}
