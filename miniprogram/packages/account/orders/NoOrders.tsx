// No order of the kind that is looked for: why, and what to do.
import { Button } from '../../../components/button/Button';
import { StateView } from '../../../components/states/StateView';
import { useScan } from '../../../features/scan/use-scan';
import { filterWords, type Shown } from './order-filters';

export interface NoOrdersProps {
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}

export function NoOrders({ shown, onShow }: NoOrdersProps) {
  const scan = useScan();
  const { emptyTitle, emptyNote } = filterWords(shown);
  return (
    <StateView picture="no-orders" title={emptyTitle} note={emptyNote}>
      {shown === 'all' || shown === 'paid' ? (
        <Button onTap={scan}>扫码付款</Button>
      ) : (
        <Button kind="soft" className="js-show-every" onTap={() => onShow('all')}>
          看全部订单
        </Button>
      )}
    </StateView>
  );
}
