// All items of the release check in the order in which one works them off.
import { checkAccount } from './account';
import { checkDatabase } from './database';
import type { ReleaseFacts } from './facts';
import { checkFunctions } from './functions';
import type { ReleaseItem } from './item';
import { checkPackages } from './packages';
import { checkPayments } from './payments';
import { checkPrivacy } from './privacy';

export function checkRelease(facts: ReleaseFacts): readonly ReleaseItem[] {
  return [checkAccount, checkPayments, checkPrivacy, checkDatabase, checkFunctions, checkPackages]
    .map((check) => check(facts))
    .flat();
}

/** A line an item, ✓ or ✗, and under an incomplete one what is missing and where it is set. */
export function reportOf(items: readonly ReleaseItem[]): string {
  const lines = items.flatMap(({ name, wechatName, found, missing, where }) => {
    const title = wechatName === '—' ? name : `${name} (${wechatName})`;
    if (missing.length === 0) return [`✓ ${title}: ${found}`];
    return [`✗ ${title}`, ...missing.map((why) => `    ${why}`), `    → ${where}`];
  });
  const open = items.filter(({ missing }) => missing.length > 0).length;
  const end =
    open === 0 ? 'Nothing is missing.' : `${open} of ${items.length} items are incomplete.`;
  return [...lines, '', end].join('\n');
}
