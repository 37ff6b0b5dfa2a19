// Where WeChat would ask whether the app may send messages.
import { createRoot } from 'react-dom/client';
import './question.scss';

interface Question {
  readonly templateIds: readonly string[];
  readonly openid: string;
}

/** Opens the question and ends with the templates that were accepted: all or none. */
export function openQuestion({ templateIds, openid }: Question): Promise<readonly string[]> {
  const host = document.createElement('div');
  (document.getElementById('over') ?? document.body).appendChild(host);
  const root = createRoot(host);
  return new Promise((resolve) => {
    const done = (accepted: readonly string[]): void => {
      root.unmount();
      host.remove();
      tellLocalCloud({ templateIds: accepted, openid }).then(
        () => resolve(accepted),
        () => resolve([]),
      );
    };
    root.render(<Panel count={templateIds.length} onDone={(is) => done(is ? templateIds : [])} />);
  });
}

interface PanelProps {
  readonly count: number;
  readonly onDone: (isAccepted: boolean) => void;
}

function Panel({ count, onDone }: PanelProps) {
  return (
    <div className="question-shade">
      <div className="question">
        <div className="question-title">众店生活圈 申请发送一次以下消息</div>
        <div className="question-line">{`${count} 种提醒（本机预览，不会真的发出）`}</div>
        <div className="question-keys">
          <button className="question-key js-question-refuse" onClick={() => onDone(false)}>
            取消
          </button>
          <button
            className="question-key question-accept js-question-accept"
            onClick={() => onDone(true)}
          >
            允许
          </button>
        </div>
      </div>
    </div>
  );
}

/** The local cloud counts what is accepted, as WeChat does. */
async function tellLocalCloud({ templateIds, openid }: Question): Promise<void> {
  await fetch('/question', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': openid },
    body: JSON.stringify({ accepted: templateIds }),
  });
}
