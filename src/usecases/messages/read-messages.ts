// All that a person's inbox is made of: account, pool, how far it was read, and a year's entries
// that tell something. Four requests, five while this instance does not know the latest period.
import { messagesOf, shownSince, TOLD_KINDS, type Message } from '../../domain/messages/inbox';
import type { Context } from '../serving/context';
import { readAccount, settleAsRead } from '../wallet/settled-account';

/** The cloud's largest page; a year of refunds and endings stays far below. */
const MOST_ENTRIES = 1000;

export interface ReadMessages {
  /** Newest first. */
  readonly messages: readonly Message[];
  readonly seenAt: number;
}

export async function readMessages(context: Context): Promise<ReadMessages> {
  const { cloud, account: id, now } = context;
  const read = await readAccount(cloud, { world: context, id });
  const at = now();
  const settled = await settleAsRead(context, { ...read, at });
  const { command } = cloud;
  const [inbox, found] = await Promise.all([
    cloud.get('inboxes', id),
    cloud.find('journal', {
      where: {
        payer: id,
        at: command.gt(shownSince(read.account, at)),
        kind: command.in(TOLD_KINDS),
      },
      orderBy: [
        ['at', 'desc'],
        ['_id', 'desc'],
      ],
      limit: MOST_ENTRIES,
    }),
  ]);
  const entries = [...settled.entries, ...found];
  const messages = messagesOf({ account: settled.account, entries, now: at });
  return { messages, seenAt: inbox?.seenAt ?? 0 };
}
