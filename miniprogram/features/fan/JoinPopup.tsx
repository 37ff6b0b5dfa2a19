// Asked once before I become a shop's fan by my own tap: what it means, and who pays for it.
import type { FanView } from '../../../src/contracts/account';
import { BottomPopup } from '../../components/popup/BottomPopup';
import { useRules } from '../../queries/use-rules';
import { useSetFan } from '../../queries/use-set-fan';
import type { FanOf } from './fan-of';
import { FanQuestion } from './FanQuestion';
import { joiningTexts } from './fan-words';

export interface JoinPopupProps {
  readonly isOpen: boolean;
  readonly merchant: FanOf;
  /** Whose fan I am so far. */
  readonly fan: FanView;
  readonly onClose: () => void;
}

export function JoinPopup({ isOpen, merchant, fan, onClose }: JoinPopupProps) {
  const rules = useRules().data;
  const setFan = useSetFan();
  const join = (): void => setFan.mutate({ merchantCode: merchant.code }, { onSuccess: onClose });
  return (
    <BottomPopup isOpen={isOpen} title={`成为${merchant.name}的粉丝`} onClose={onClose}>
      <FanQuestion
        texts={rules === undefined ? [] : joiningTexts({ rules, fan })}
        failure={setFan.error}
        answer="成为粉丝"
        className="js-join"
        isBusy={setFan.isPending}
        isDisabled={rules === undefined}
        onAnswer={join}
      />
    </BottomPopup>
  );
}
