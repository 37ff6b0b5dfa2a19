// What follows from an answer, and the key that gives it.
import { Text, View } from '@tarojs/components';
import { Button } from '../../components/button/Button';
import { classes } from '../../components/classes';
import { Notice } from '../../components/notice/Notice';
import { failureText } from '../errors/error-text';
import styles from './Fan.module.scss';

export interface FanQuestionProps {
  readonly texts: readonly string[];
  /** Why it did not work; null where nothing went wrong. */
  readonly failure: unknown;
  readonly answer: string;
  readonly className: string;
  readonly isBusy: boolean;
  readonly isDisabled?: boolean;
  readonly onAnswer: () => void;
}

export function FanQuestion(props: FanQuestionProps) {
  const { texts, failure, answer, className, isBusy, isDisabled = false, onAnswer } = props;
  return (
    <View className={classes(styles.question)}>
      {texts.map((text) => (
        <Text key={text} className={classes(styles.text)}>
          {text}
        </Text>
      ))}
      {failure !== null && <Notice kind="warning" text={failureText(failure)} />}
      <Button
        isBlock
        size="large"
        className={className}
        isBusy={isBusy}
        isDisabled={isDisabled}
        onTap={onAnswer}
      >
        {answer}
      </Button>
    </View>
  );
}
