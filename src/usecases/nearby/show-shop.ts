// A shop's own page: one request.
import type { nearbyContract } from '../../contracts/nearby';
import type { Merchant } from '../../domain/merchants/merchant';
import { fail, succeed } from '../../domain/result';
import type { UseCase } from '../serving/serve';
import { merchantByCode } from './find-merchant-by-code';
import { merchantCard } from './merchant-card';

export const showShop: UseCase<typeof nearbyContract, 'shop'> = async (
  context,
  { merchantCode, position },
) => {
  const merchant = await merchantByCode(context, merchantCode);
  if (merchant === undefined) return fail({ code: 'merchant-not-found' });
  const at = context.now();
  const { picture, morePictures = [], introduction = '' } = merchant;
  const nextRate = rateAfter(merchant, at);
  return succeed({
    merchant: merchantCard(merchant, { at, from: position }),
    pictures: [picture, ...morePictures].filter((each) => each !== ''),
    introduction,
    ...(nextRate === undefined ? {} : { nextRate }),
  });
};

function rateAfter({ rates }: Merchant, at: number) {
  const next = rates.find(({ from }) => from > at);
  return next === undefined ? undefined : { rebateBps: next.bps, from: next.from };
}
