// WeChat holds a call that needs a privacy consent until the person has answered.
import Taro from '@tarojs/taro';
import { create } from 'zustand';

export const AGREE_BUTTON_ID = 'privacy-agree';

type Answer = { event: 'agree'; buttonId: string } | { event: 'disagree' };
interface Privacy {
  /** Answers the call that waits; null while none does. */
  readonly answer: ((answer: Answer) => void) | null;
}

export const usePrivacy = create<Privacy>()(() => ({ answer: null }));

/** WeChat calls this listener at the call that needs the consent, never before. */
export function startPrivacy(): void {
  if (process.env['TARO_ENV'] !== 'weapp') return;
  Taro.onNeedPrivacyAuthorization((resolve) => {
    usePrivacy.setState({ answer: resolve });
  });
}

export function answerPrivacy(isAgreed: boolean): void {
  usePrivacy
    .getState()
    .answer?.(isAgreed ? { event: 'agree', buttonId: AGREE_BUTTON_ID } : { event: 'disagree' });
  usePrivacy.setState({ answer: null });
}
