// In the wallet: the way to 先用券; nothing of it where it is closed and nothing is open.
import type { OutputOf } from '../../cloud/types';
import { ListCard, ListRow } from '../../components/list-row/ListRow';
import { goTo, routes } from '../../routes';
import { advanceText, isAdvanceShown } from './advance-words';

export function AdvanceRow({ summary }: { readonly summary: OutputOf<'wallet', 'summary'> }) {
  if (!isAdvanceShown(summary)) return null;
  return (
    <ListCard>
      <ListRow
        icon="ticket"
        title="先用券"
        note={advanceText(summary)}
        className="js-advance"
        onTap={() => goTo(routes.advance())}
      />
    </ListCard>
  );
}
