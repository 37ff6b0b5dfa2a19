// What would have been sent to people, and how many messages each has allowed, in the documents' file.
import type { CloudClock } from '../clock';
import type { Sqlite } from '../storage/sqlite';

/** A subscription message, or the notice of a shipping report. */
export type MessageKind = 'subscribe' | 'shipping';

export interface SentMessage {
  /** ISO. */
  readonly at: string;
  readonly kind: MessageKind;
  readonly openid: string;
  readonly content: Readonly<Record<string, unknown>>;
}

export class Outbox {
  constructor(
    private readonly sqlite: Sqlite,
    private readonly clock: CloudClock,
  ) {
    sqlite.exec(
      'CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, kind TEXT NOT NULL, openid TEXT NOT NULL, content TEXT NOT NULL)',
    );
    sqlite.exec(
      'CREATE TABLE IF NOT EXISTS message_allowances (openid TEXT NOT NULL, template_id TEXT NOT NULL, remaining INTEGER NOT NULL, PRIMARY KEY (openid, template_id))',
    );
  }

  /** From here on the person takes so many messages of this template, and no more. */
  allow({ openid, templateId, times }: { openid: string; templateId: string; times: number }) {
    this.sqlite
      .statement(
        'INSERT INTO message_allowances (openid, template_id, remaining) VALUES (?, ?, ?) ON CONFLICT (openid, template_id) DO UPDATE SET remaining = excluded.remaining',
      )
      .run(openid, templateId, times);
  }

  /** As each time the person accepts when WeChat asks. */
  allowOneMore({ openid, templateId }: { openid: string; templateId: string }): void {
    this.sqlite
      .statement(
        'INSERT INTO message_allowances (openid, template_id, remaining) VALUES (?, ?, 1) ON CONFLICT (openid, template_id) DO UPDATE SET remaining = remaining + 1',
      )
      .run(openid, templateId);
  }

  /** Uses one of the messages that the person has allowed. @returns false when none is left */
  takeAllowance({ openid, templateId }: { openid: string; templateId: string }): boolean {
    const { changes } = this.sqlite
      .statement(
        'UPDATE message_allowances SET remaining = remaining - 1 WHERE openid = ? AND template_id = ? AND remaining > 0',
      )
      .run(openid, templateId);
    return changes === 1;
  }

  put({ kind, openid, content }: Omit<SentMessage, 'at'>): void {
    const at = new Date(this.clock.nowMs).toISOString();
    this.sqlite
      .statement('INSERT INTO messages (at, kind, openid, content) VALUES (?, ?, ?, ?)')
      .run(at, kind, openid, JSON.stringify(content));
  }

  /** In the order in which they were sent. */
  list(): SentMessage[] {
    return this.sqlite
      .statement('SELECT at, kind, openid, content FROM messages ORDER BY id')
      .all()
      .map(([at, kind, openid, content]) => ({
        at: String(at),
        kind: kind as MessageKind,
        openid: String(openid),
        content: JSON.parse(String(content)) as Record<string, unknown>,
      }));
  }
}
