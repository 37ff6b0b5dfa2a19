// The words of reminders at the moment at which they are sent: coupons that end are worth what is
// left of them now.
import { endingsOf } from '../../domain/messages/endings';
import type { Reminder } from '../../domain/messages/reminder';
import { reminderWords, type ReminderWords } from '../../domain/messages/words';
import type { World } from '../serving/context';
import { readPool } from '../wallet/settled-account';
import { settledAccounts } from './settled-accounts';

/** By the reminder's id; without words where there is nothing to tell any more. */
export type Words = ReadonlyMap<string, ReminderWords>;

export async function readWords(world: World, due: readonly Reminder[]): Promise<Words> {
  const ids = due.flatMap(({ account, subject }) =>
    subject.template === 'expiring' ? [account] : [],
  );
  const accounts =
    ids.length === 0
      ? new Map<string, never>()
      : await settledAccounts(world, {
          ids: [...new Set(ids)],
          pool: await readPool(world.cloud, world),
        });
  const at = world.now();
  const words = new Map<string, ReminderWords>();
  for (const { id, account, subject } of due) {
    const holder = accounts.get(account);
    const end = subject.template === 'expiring' ? subject.expiresAt : undefined;
    const endings = holder === undefined ? [] : endingsOf(holder, at);
    const found = reminderWords(
      subject,
      endings.find(({ expiresAt }) => expiresAt === end),
    );
    if (found !== undefined) words.set(id, found);
  }
  return words;
}
