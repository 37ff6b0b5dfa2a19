// It has arrived, and by when it will be answered.
import type { TicketView } from '../../../../src/contracts/account';
import { Button } from '../../../components/button/Button';
import { dayText } from '../../../components/time/day-text';
import { Done } from '../../../features/done/Done';
import { goBack, replaceBy, routes } from '../../../routes';

export function Filed({ ticket: { dueAt } }: { readonly ticket: TicketView }) {
  return (
    <Done
      tone="good"
      title="我们收到了"
      notes={[`${dayText(dueAt)}前答复，答复会写在「客服与投诉」里。`]}
      className="js-filed"
    >
      <Button kind="plain" className="js-see-tickets" onTap={() => replaceBy(routes.help())}>
        看我提过的
      </Button>
      <Button className="js-filed-done" onTap={goBack}>
        好了
      </Button>
    </Done>
  );
}
