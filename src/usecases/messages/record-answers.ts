// What WeChat said, in outbox and ledger.
import { templateOf, type Reminder } from '../../domain/messages/reminder';
import { withNoneLeft, withOneBack, type Subscription } from '../../domain/messages/subscription';
import type { Result } from '../../domain/result';
import type { SendFailure } from '../../wxcloud/messages';
import { abort, commit } from '../../wxcloud/transact';
import { orBusy } from '../serving/busy';
import type { World } from '../serving/context';
import { readAgain, writeBack, type Claim } from './claim-reminders';

export interface Answered extends Claim {
  readonly answer: Result<null, SendFailure>;
}

/** The reminders afterwards. One that another run has claimed since is that run's to record. */
export async function recordAnswers(
  world: World,
  answered: readonly Answered[],
): Promise<Reminder[]> {
  if (answered.length === 0) return [];
  const due = answered.map(({ reminder }) => reminder);
  return orBusy(
    await world.cloud.transact<Reminder[]>(async (transaction) => {
      const { stored, subscriptions } = await readAgain(transaction, { world, due });
      const attempts = new Map(stored.map((each) => [each.id, each.attempts]));
      const mine = answered.filter(
        ({ reminder }) => attempts.get(reminder.id) === reminder.attempts,
      );
      if (mine.length === 0) return abort([]);
      for (const each of mine) {
        const ledger = subscriptions.get(each.reminder.account);
        if (ledger !== undefined) subscriptions.set(ledger.id, ledgerAfter(ledger, each));
      }
      const reminders = mine.map(reminderAfter);
      await writeBack(transaction, { reminders, subscriptions });
      return commit(reminders);
    }),
  );
}

function reminderAfter({ reminder, answer }: Answered): Reminder {
  if (answer.ok) return { ...reminder, state: 'sent' };
  const { code, reason: failure } = answer.error;
  const state = code === 'not-answered' ? 'waiting' : 'refused';
  return { ...reminder, state, failure };
}

function ledgerAfter(ledger: Subscription, { reminder, answer, askedAt }: Answered): Subscription {
  if (answer.ok) return ledger;
  const template = templateOf(reminder);
  switch (answer.error.code) {
    case 'not-allowed':
      return withNoneLeft(ledger, { template, askedAt });
    case 'not-possible':
      return withOneBack(ledger, template);
    case 'not-answered':
      return ledger;
  }
}
