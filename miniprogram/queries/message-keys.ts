// Keys of what is cached of messages.
import { keyOf } from './keys';

export const INBOX_KEY = ['messages', 'inbox'] as const;
export const ALLOWANCES_KEY = keyOf('messages', 'allowances', {});
