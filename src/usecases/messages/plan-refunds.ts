// Finds the refunds since the last round and plans a reminder for payers who have allowed it. It
// reads refunds, not accounts; the refund itself knows nothing of it.
import type { JournalEntry } from '../../domain/journal/entry';
import { newReminder, type Reminder } from '../../domain/messages/reminder';
import { tellsRefund } from '../../domain/messages/subscription';
import { negate, NO_FEN } from '../../domain/money/amounts';
import type { ReadPosition } from '../../domain/pool/state';
import { MINUTE, SECOND } from '../../domain/time';
import { beyond } from '../../wxcloud/database';
import { commit } from '../../wxcloud/transact';
import { orBusy } from '../serving/busy';
import type { World } from '../serving/context';
import { refundToldOf } from './refund-told';
import { addReminders } from './add-reminders';

const ROUND = 'messages-sender';
const PAGE = 200;
/** Without refunds the round is kept this seldom, since a run that finds nothing writes nothing. */
const KEPT_EVERY = 10 * MINUTE;

/** Runs that overlap read the same page twice, which adds nothing. @returns how many were planned */
export async function planRefunds(world: World, until: number): Promise<number> {
  const { cloud, now, policy } = world;
  const upTo = now() - policy.foldLagSeconds * SECOND;
  const round = await cloud.get('rounds', ROUND);
  let position: ReadPosition = { time: round?.time ?? 0, id: round?.after ?? '' };
  let planned = 0;
  for (let isLast = false; !isLast && now() < until;) {
    const refunds = await readRefunds(world, { position, upTo });
    isLast = refunds.length < PAGE;
    if (refunds.length === 0 && upTo - position.time < KEPT_EVERY) break;
    const last = refunds[refunds.length - 1];
    position =
      isLast || last === undefined ? { time: upTo, id: '' } : { time: last.at, id: last.id };
    planned += await planPage(world, { refunds, position });
  }
  return planned;
}

/** Nothing appears behind the round: it keeps the folds' lag. */
function readRefunds(
  { cloud }: World,
  { position, upTo }: { position: ReadPosition; upTo: number },
): Promise<JournalEntry[]> {
  const { command } = cloud;
  return cloud.find('journal', {
    where: command.and([
      { kind: 'refund', at: command.lte(upTo) },
      beyond(command, { field: 'at', direction: 'asc', ...position }),
    ]),
    orderBy: [
      ['at', 'asc'],
      ['_id', 'asc'],
    ],
    limit: PAGE,
  });
}

async function planPage(
  world: World,
  { refunds, position }: { refunds: readonly JournalEntry[]; position: ReadPosition },
): Promise<number> {
  const reminders = await remindersOf(world, await allowedOf(world, refunds));
  const { time, id: after } = position;
  return orBusy(
    await world.cloud.transact(async (transaction) => {
      const added = await addReminders(transaction, { world, reminders });
      await transaction.set('rounds', { id: ROUND, time, after });
      return commit(added);
    }),
  );
}

/** Those whose payers want to be told. */
async function allowedOf(
  { cloud }: World,
  refunds: readonly JournalEntry[],
): Promise<readonly JournalEntry[]> {
  const payers = [...new Set(refunds.flatMap(({ payer = [] }) => payer))];
  if (payers.length === 0) return [];
  const where = { _id: cloud.command.in(payers) };
  const found = await cloud.find('subscriptions', { where, limit: payers.length });
  const byPayer = new Map(found.map((subscription) => [subscription.id, subscription]));
  return refunds.filter((refund) => {
    const subscription = byPayer.get(refund.payer ?? '');
    return subscription !== undefined && tellsRefund(subscription, refund);
  });
}

async function remindersOf(
  { cloud, now }: World,
  refunds: readonly JournalEntry[],
): Promise<Reminder[]> {
  const ids = [...new Set(refunds.flatMap(({ orderId = [] }) => orderId))];
  if (ids.length === 0) return [];
  const where = { _id: cloud.command.in(ids) };
  const orders = await cloud.find('orders', { where, limit: ids.length });
  return refunds.flatMap(({ id: entryId, at, payer, orderId, billFen = NO_FEN }) => {
    if (payer === undefined || orderId === undefined) return [];
    const told = refundToldOf(orders, { orderId, entryId });
    const subject = { orderId, at, amountFen: negate(billFen), ...told };
    const id = `${payer}:refund:${entryId}`;
    return newReminder({ template: 'refunded', ...subject }, { id, account: payer, at: now() });
  });
}
