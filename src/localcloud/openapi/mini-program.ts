// What WeChat knows of the mini-program from its console: each part that is not told is not checked.

export interface MiniProgram {
  /** Published pages, such as pages/pay/index. */
  readonly pages?: readonly string[];
  /** Templates of subscription messages: by id, the keywords such as thing1 and time2. */
  readonly templates?: Readonly<Record<string, readonly string[]>>;
  /** Words for which security.msgSecCheck finds a text risky, with WeChat's own test text. */
  readonly riskyWords?: readonly string[];
}

/** @param page with or without its query */
export function hasPage({ pages }: MiniProgram, page: string): boolean {
  return pages === undefined || pages.includes(page.split('?', 1)[0] ?? '');
}
