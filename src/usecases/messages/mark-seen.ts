// Remembers how far a person has read the inbox; never less than before, never the future.
import type { messagesContract } from '../../contracts/messages';
import { succeed } from '../../domain/result';
import { abort, commit } from '../../wxcloud/transact';
import { orBusy } from '../serving/busy';
import type { UseCase } from '../serving/serve';

export const markSeen: UseCase<typeof messagesContract, 'seen'> = async (
  { cloud, account: id },
  { upTo },
) =>
  orBusy(
    await cloud.transact(async (transaction, at) => {
      const { seenAt: before = 0 } = (await transaction.get('inboxes', id)) ?? {};
      const seenAt = Math.max(before, Math.min(upTo, at));
      if (seenAt === before) return abort(succeed({ seenAt }));
      await transaction.set('inboxes', { id, seenAt });
      return commit(succeed({ seenAt }));
    }),
  );
