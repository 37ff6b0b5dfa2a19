// What WeChat's interfaces reject with: an object whose errMsg says which one failed, and why.

/** Its message; for anything else that was thrown its own text. */
export function wechatMessage(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'errMsg' in error) return String(error.errMsg);
  return error instanceof Error ? error.message : String(error);
}

/** Whether the person thought better of it. */
export function wasCancelled(error: unknown): boolean {
  return wechatMessage(error).includes('cancel');
}
