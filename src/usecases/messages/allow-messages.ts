// Counts what a person has accepted when WeChat asked. Only people who have are ever looked at by
// the sender.
import type { messagesContract } from '../../contracts/messages';
import {
  leftOf,
  newSubscription,
  TEMPLATE_NAMES,
  withAccepted,
} from '../../domain/messages/subscription';
import { succeed } from '../../domain/result';
import { abort, commit } from '../../wxcloud/transact';
import { orBusy } from '../serving/busy';
import type { UseCase } from '../serving/serve';

export const allowMessages: UseCase<typeof messagesContract, 'allow'> = async (
  { cloud, account: id, openid },
  { requestId, accepted },
) =>
  orBusy(
    await cloud.transact(async (transaction, at) => {
      const before =
        (await transaction.get('subscriptions', id)) ?? newSubscription({ id, openid });
      const after = withAccepted(before, { requestId, accepted, at });
      const allowed = TEMPLATE_NAMES.map((name) => ({ name, left: leftOf(after, name) }));
      if (after === before) return abort(succeed({ allowed }));
      await transaction.set('subscriptions', after);
      return commit(succeed({ allowed }));
    }),
  );
