// A search needs a place to look around.
import { Button } from '../../../components/button/Button';
import { StateView } from '../../../components/states/StateView';
import { MerchantRowSkeleton } from '../../../features/merchants/MerchantRowSkeleton';
import { goTo, routes } from '../../../routes';
import { useSession } from '../../../session/session';

export function NoPlace() {
  const locating = useSession((session) => session.locating);
  if (locating !== 'refused' && locating !== 'failed') return <MerchantRowSkeleton />;
  return (
    <StateView picture="no-place" title="您在哪里？" note="选一个地方，就在那里找商家。">
      <Button kind="soft" onTap={() => goTo(routes.place())}>
        选择位置
      </Button>
    </StateView>
  );
}
