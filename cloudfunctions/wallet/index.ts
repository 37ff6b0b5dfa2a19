import { walletContract } from '../../src/contracts/wallet';
import { serve } from '../../src/usecases/serving/serve';
import { listPeriods } from '../../src/usecases/wallet/list-periods';
import { showCode } from '../../src/usecases/wallet/show-code';
import { showRules } from '../../src/usecases/wallet/show-rules';
import { summarizeWallet } from '../../src/usecases/wallet/summarize-wallet';
import { world } from '../world';

export const main = serve(walletContract, {
  world,
  useCases: { summary: summarizeWallet, periods: listPeriods, code: showCode, rules: showRules },
});
