// Every kind of entry that there is. One that is not here is a finding: whoever adds a kind teaches
// the auditor what it may say.
import type { Books } from '../books';
import type { EntryDocument } from '../documents';
import { checkMoves } from '../families';
import { holds, type Finding } from '../finding';
import { advance, advanceFilled } from './advance';
import { claim, closed, opened } from './campaigns';
import { collect } from './collect';
import { expire } from './expire';
import { fanReward } from './fan-reward';
import { dividend, lapsed, owedPaid } from './fund';
import { left } from './left';
import { paid } from './paid';
import { refund } from './refund';
import { returned } from './returned';
import type { EntryRule } from './rule';
import { shared } from './shared';

const KINDS: Readonly<Record<string, EntryRule>> = {
  'paid': paid,
  'shared': shared,
  'refund': refund,
  'collect': collect,
  'expire': expire,
  'returned': returned,
  'left': left,
  'dividend': dividend,
  'dividend-lapsed': lapsed,
  'owed-paid': owedPaid,
  'advance-filled': advanceFilled,
  'advance': advance,
  'fan-reward': fanReward,
  'campaign': opened,
  'campaign-closed': closed,
  'claim': claim,
};

/** Written by the pool's fold in the transaction of its state. */
export const KINDS_OF_FOLD: ReadonlySet<string> = new Set([
  'dividend',
  'dividend-lapsed',
  'owed-paid',
  'advance-filled',
]);

/** Looks at an entry once, in the order in which entries were committed, and posts it. */
export function checkEntry(entry: EntryDocument, books: Books): Finding[] {
  const { _id: id, kind, at, effectiveAt } = entry;
  const rule = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  const findings = [
    ...holds('journal-zero', !books.known.has(id), `entry ${id} stands twice`),
    ...holds('in-time', effectiveAt >= at, `${id} is effective before it happened`),
    ...holds('in-time', at <= books.now + books.numbers.skewMs, `${id} is of the future`),
    ...checkMoves(entry),
    ...(rule === undefined
      ? [{ rule: 'known-kind', text: `no rule for the kind ${kind} of ${id}` }]
      : rule(entry, books)),
  ];
  books.known.set(id, entry);
  books.journal.push(entry);
  books.ever.apply(entry.moves);
  books.ever.apply(entry.matures);
  return findings;
}
