// The text of a person's own code.
import type { walletContract } from '../../contracts/wallet';
import { personScene } from '../../domain/codes/scan';
import { succeed } from '../../domain/result';
import type { UseCase } from '../serving/serve';

export const showCode: UseCase<typeof walletContract, 'code'> = ({ account }) =>
  Promise.resolve(succeed({ code: personScene(account) }));
