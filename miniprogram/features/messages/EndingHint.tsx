// What ends soon, with the offer to be told of it by WeChat next time.
import { Notice } from '../../components/notice/Notice';
import { useAsking } from './use-asking';

export function EndingHint({ text }: { readonly text: string }) {
  const { state, ask } = useAsking(['expiring']);
  return (
    <Notice
      text={text}
      className="js-ending"
      {...(state === 'open' && { action: { text: '到期提醒我', onTap: ask } })}
    />
  );
}
