// What is kept of a person for messages goes with the account; reminders that wait find nobody.
import type { Transaction } from '../../wxcloud/database';

/** Two requests of the transaction in which the person leaves. */
export async function forgetMessages(transaction: Transaction, account: string): Promise<void> {
  await transaction.remove('subscriptions', account);
  await transaction.remove('inboxes', account);
}
