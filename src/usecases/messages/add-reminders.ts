// Puts reminders into the outbox, each once: their ids follow from what they tell.
import type { Reminder } from '../../domain/messages/reminder';
import type { World } from '../serving/context';
import type { Transaction } from '../../wxcloud/database';

/** @returns how many were not there */
export async function addReminders(
  transaction: Transaction,
  { world, reminders }: { world: World; reminders: readonly Reminder[] },
): Promise<number> {
  if (reminders.length === 0) return 0;
  const ids = reminders.map(({ id }) => id);
  const where = { _id: world.cloud.command.in(ids) };
  const there = await transaction.find('reminders', { where, limit: ids.length });
  const known = new Set(there.map(({ id }) => id));
  const added = reminders.filter(({ id }) => !known.has(id));
  for (const reminder of added) await transaction.add('reminders', reminder);
  return added.length;
}
