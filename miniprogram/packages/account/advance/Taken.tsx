import { Button } from '../../../components/button/Button';
import { yuanText } from '../../../components/price/money';
import { takenTexts } from '../../../features/advance/advance-words';
import { Done } from '../../../features/done/Done';
import { goToTab } from '../../../routes';
import type { TakenAdvance } from './use-taking';

export interface TakenProps {
  readonly taken: TakenAdvance;
  readonly onAgain: () => void;
}

/** The coupons are in the wallet. */
export function Taken({ taken: { amountFen, advanceFen }, onAgain }: TakenProps) {
  return (
    <Done
      tone="good"
      title={`${yuanText(amountFen)} 的券已在券包`}
      notes={takenTexts(advanceFen)}
      className="js-taken"
    >
      <Button className="js-to-wallet" onTap={() => goToTab('wallet')}>
        去券包
      </Button>
      <Button kind="plain" className="js-again" onTap={onAgain}>
        再看看
      </Button>
    </Done>
  );
}
