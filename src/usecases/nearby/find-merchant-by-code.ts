// The shop behind a scanned code.
import type { nearbyContract } from '../../contracts/nearby';
import type { Merchant } from '../../domain/merchants/merchant';
import { fail, succeed } from '../../domain/result';
import type { World } from '../serving/context';
import type { UseCase } from '../serving/serve';
import { merchantCard } from './merchant-card';

export const findMerchantByCode: UseCase<typeof nearbyContract, 'byCode'> = async (
  context,
  { merchantCode, position },
) => {
  const merchant = await merchantByCode(context, merchantCode);
  return merchant === undefined
    ? fail({ code: 'merchant-not-found' })
    : succeed(merchantCard(merchant, { at: context.now(), from: position }));
};

/** One request by the unique index on `code`. */
export async function merchantByCode(
  { cloud }: Pick<World, 'cloud'>,
  code: string,
): Promise<Merchant | undefined> {
  const [merchant] = await cloud.find('merchants', { where: { code }, limit: 1 });
  return merchant;
}
