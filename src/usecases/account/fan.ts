// Whose fan a person is: seen, made by a visit, chosen or left.
import type { accountContract, FanView } from '../../contracts/account';
import { newAccount, type Account } from '../../domain/accounts/account';
import {
  activeFan,
  afterEntry,
  afterVisit,
  asFan,
  fanEnd,
  withoutFan,
} from '../../domain/fans/fan';
import type { Merchant } from '../../domain/merchants/merchant';
import { fail, succeed } from '../../domain/result';
import type { Transaction } from '../../wxcloud/database';
import { abort, commit } from '../../wxcloud/transact';
import { merchantByCode } from '../nearby/find-merchant-by-code';
import { orBusy } from '../serving/busy';
import type { Context } from '../serving/context';
import type { UseCase } from '../serving/serve';
import { readPool } from '../wallet/settled-account';

export const showFan: UseCase<typeof accountContract, 'fan'> = async (context) => {
  const account = await context.cloud.get('accounts', context.account);
  return succeed({ fan: await fanView(context, account) });
};

/** Five requests when something changes; a visit of a fan within the day changes nothing. */
export const visit: UseCase<typeof accountContract, 'visit'> = async (
  context,
  { merchantCode, by },
) => {
  const merchant = await memberByCode(context, merchantCode);
  if (merchant === undefined) return fail({ code: 'merchant-not-found' });
  const account = await change(context, (before, at) => {
    const seen = { merchant, visitor: context.account, at, rules: context.policy };
    const visited = afterVisit(before, seen);
    return by === 'entry-code' ? afterEntry(visited, seen) : visited;
  });
  return succeed({ fan: await fanView(context, account, merchant) });
};

export const setFan: UseCase<typeof accountContract, 'setFan'> = async (
  context,
  { merchantCode },
) => {
  if (merchantCode === null) {
    await change(context, (before, at) =>
      before.fan?.state === 'fan' ? withoutFan(before, at) : before,
    );
    return succeed({ fan: null });
  }
  const merchant = await memberByCode(context, merchantCode);
  if (merchant === undefined) return fail({ code: 'merchant-not-found' });
  if (merchant.staff.includes(context.account)) return fail({ code: 'not-at-own-shop' });
  const account = await change(context, (before, at) =>
    before.fan?.state === 'fan' && before.fan.merchantId === merchant.id
      ? before
      : asFan(before, { merchant, at }),
  );
  return succeed({ fan: await fanView(context, account, merchant) });
};

/** A shop that has left the alliance gets no fans, and brings nobody. */
async function memberByCode(context: Context, code: string): Promise<Merchant | undefined> {
  const merchant = await merchantByCode(context, code);
  return merchant?.state === 'left' ? undefined : merchant;
}

/** The account after a change; nothing is written where there is none. */
async function change(
  context: Context,
  make: (before: Account, at: number) => Account,
): Promise<Account> {
  return orBusy(
    await context.cloud.transact(async (transaction, at) => {
      const stored = await accountIn(transaction, context);
      const after = make(stored, at);
      if (after === stored) return abort(stored);
      await transaction.set('accounts', after);
      return commit(after);
    }),
  );
}

async function accountIn(transaction: Transaction, context: Context): Promise<Account> {
  const stored = await transaction.get('accounts', context.account);
  if (stored !== undefined) return stored;
  const { period } = await readPool(transaction, context);
  return newAccount({ id: context.account, period });
}

async function fanView(
  { cloud, policy, now }: Context,
  account: Account | undefined,
  known?: Merchant,
): Promise<FanView> {
  const fan = activeFan(account ?? {}, { at: now(), rules: policy });
  if (fan === undefined) return null;
  const merchant =
    known?.id === fan.merchantId ? known : await cloud.get('merchants', fan.merchantId);
  if (merchant === undefined) return null;
  const { code, name, picture } = merchant;
  const endsAt = fanEnd(fan, policy);
  return { merchant: { code, name, picture }, since: fan.since, endsAt };
}
