// Tells WeChat that what was paid has been handed over; until then it keeps the money from the shop.
import { pauseBeforeAsking } from '../../domain/orders/pause-before-asking';
import type { Order } from '../../domain/orders/order';
import { commit } from '../../wxcloud/transact';
import type { Report } from '../../wxcloud/documents';
import { orBusy } from '../serving/busy';
import type { World } from '../serving/context';

/** Reports in one batch: asked for together, written in one transaction. */
const AT_ONCE = 20;
/** A run begins no new batch after this long, since the next run goes on. */
const RUN_MS = 40_000;

export interface Reported {
  readonly sent: number;
  /** Asked again later, and those that WeChat will not take. */
  readonly waiting: number;
  readonly refused: number;
}

/** Timer. Running twice at once is harmless: WeChat has a report once, and says so. */
export async function sendReports(world: World): Promise<Reported> {
  const until = world.now() + RUN_MS;
  const done: Report[] = [];
  for (let isLast = false; !isLast && world.now() < until;) {
    const due = await dueReports(world);
    done.push(...(await sendBatch(world, due)));
    isLast = due.length < AT_ONCE;
  }
  const count = (state: Report['state']): number =>
    done.filter((report) => report.state === state).length;
  return { sent: count('sent'), waiting: count('waiting'), refused: count('refused') };
}

function dueReports({ cloud, now }: World): Promise<Report[]> {
  return cloud.find('reports', {
    where: { state: 'waiting', nextAt: cloud.command.lte(now()) },
    orderBy: [['nextAt', 'asc']],
    limit: AT_ONCE,
  });
}

async function sendBatch(world: World, due: readonly Report[]): Promise<Report[]> {
  if (due.length === 0) return [];
  const where = { _id: world.cloud.command.in(due.map(({ id }) => id)) };
  const orders = await world.cloud.find('orders', { where, limit: AT_ONCE });
  const asked = await Promise.all(
    due.map((report) => send(world, { report, order: orders.find(({ id }) => id === report.id) })),
  );
  return orBusy(
    await world.cloud.transact(async (transaction) => {
      for (const report of asked) await transaction.set('reports', report);
      return commit(asked);
    }),
  );
}

/** The report as it stands after asking. */
async function send(
  { cloud, now }: World,
  { report, order }: { report: Report; order: Order | undefined },
): Promise<Report> {
  const attempts = report.attempts + 1;
  const { id } = report;
  if (order?.transactionId === undefined) {
    return { id, state: 'refused', nextAt: report.nextAt, attempts, failure: 'no such payment' };
  }
  const { transactionId, openid, merchant, paidAt = order.placedAt } = order;
  const answer = await cloud.pay.reportShipped({
    ...{ transactionId, openid, at: paidAt },
    goods: merchant.name,
  });
  if (answer.ok) return { id, state: 'sent', nextAt: report.nextAt, attempts };
  const { code, reason } = answer.error;
  console.warn(id, reason);
  const nextAt = now() + pauseBeforeAsking(report.attempts);
  const state = code === 'report-refused' ? 'refused' : 'waiting';
  return { id, state, nextAt, attempts, failure: reason };
}
