// The phone's files and WeChat's way to send one to a chat.
import type { Hand } from './hand';
import { type Callbacks, failure, settle } from './settle';

/** A file that was sent to a chat. */
export interface SharedFile {
  readonly name: string;
  readonly text: string;
}

const USER_DATA_PATH = 'wxfile://usr';

/** Sent files are added to `shared`. */
export function files(hand: Hand, shared: SharedFile[]): Record<string, unknown> {
  const written = new Map<string, string>();
  return {
    env: { USER_DATA_PATH },
    getFileSystemManager: () => ({
      writeFileSync(filePath: string, data: string) {
        if (!filePath.startsWith(`${USER_DATA_PATH}/`)) {
          throw failure(`writeFileSync:fail permission denied, open ${filePath}`);
        }
        written.set(filePath, data);
      },
    }),
    shareFileMessage: (call: { filePath: string; fileName: string } & Callbacks) =>
      settle(call, share(call)),
  };

  function share({ filePath, fileName }: { filePath: string; fileName: string }): Promise<unknown> {
    const text = written.get(filePath);
    if (text === undefined) return Promise.reject(failure('shareFileMessage:fail file not found'));
    if (!hand.sharesFiles) return Promise.reject(failure('shareFileMessage:fail cancel'));
    shared.push({ name: fileName, text });
    return Promise.resolve({ errMsg: 'shareFileMessage:ok' });
  }
}
