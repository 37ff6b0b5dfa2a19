// The account is closed.
import { Button } from '../../../components/button/Button';
import { momentText } from '../../../components/time/day-text';
import { Done } from '../../../features/done/Done';
import { goToTab } from '../../../routes';

export function Left({ leftAt }: { readonly leftAt: number }) {
  return (
    <Done
      tone="quiet"
      title="账户已注销"
      notes={[momentText(leftAt), '谢谢您来过。以后扫码付款，会从零开始。']}
      className="js-left"
    >
      <Button className="js-left-done" onTap={() => goToTab('circle')}>
        好了
      </Button>
    </Done>
  );
}
