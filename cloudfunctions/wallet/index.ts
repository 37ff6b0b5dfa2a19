import { walletContract } from '../../src/contracts/wallet';
import { serve } from '../../src/usecases/serving/serve';
import { showAdvance, takeAdvance } from '../../src/usecases/advance/take-advance';
import { explainPeriod as period } from '../../src/usecases/wallet/explain-period';
import { listPeriods as periods } from '../../src/usecases/wallet/list-periods';
import { listStatement as statement } from '../../src/usecases/wallet/list-statement';
import { showCode as code } from '../../src/usecases/wallet/show-code';
import { showLedger as ledger } from '../../src/usecases/wallet/show-ledger';
import { showRules as rules } from '../../src/usecases/wallet/show-rules';
import { summarizeWallet as summary } from '../../src/usecases/wallet/summarize-wallet';
import { world } from '../world';

const useCases = {
  advance: showAdvance,
  takeAdvance,
  summary,
  periods,
  period,
  statement,
  ledger,
  code,
  rules,
};
export const main = serve(walletContract, { world, useCases });
