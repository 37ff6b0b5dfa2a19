// The shops that a person works for.
import type { merchantContract } from '../../contracts/merchant';
import { succeed } from '../../domain/result';
import type { UseCase } from '../serving/serve';

const MOST_SHOPS = 50;

export const listShops: UseCase<typeof merchantContract, 'shops'> = async ({ cloud, account }) => {
  const shops = await cloud.find('merchants', { where: { staff: account }, limit: MOST_SHOPS });
  return succeed({ shops: shops.map(({ code, name, picture }) => ({ code, name, picture })) });
};
