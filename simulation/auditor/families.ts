// Every family of journal accounts that there is, and what it holds. One that is not here is a
// finding: whoever adds a family teaches the auditor what it means.
import type { EntryDocument } from './documents';
import type { Finding } from './finding';

type Asset = 'fen' | 'coupon' | 'points';

const FAMILIES: readonly { readonly name: RegExp; readonly asset: Asset }[] = [
  { name: /^cash\/payers$/, asset: 'fen' },
  { name: /^receivable\/rebate\/[^/]+$/, asset: 'fen' },
  { name: /^payable\/merchant\/[^/]+$/, asset: 'fen' },
  { name: /^payable\/promoter\/[^/]+$/, asset: 'fen' },
  { name: /^payable\/centre\/[^/]+$/, asset: 'fen' },
  { name: /^income\/platform$/, asset: 'fen' },
  { name: /^fund\/pending$/, asset: 'fen' },
  { name: /^fund\/dividend\/(free|committed|advance)$/, asset: 'fen' },
  { name: /^fund\/fan\/(free|committed)$/, asset: 'fen' },
  { name: /^fund\/activity\/[^/]+$/, asset: 'fen' },
  { name: /^owed\/.+$/, asset: 'fen' },
  { name: /^((fan|activity|shop)-)?coupons\/issued$/, asset: 'coupon' },
  { name: /^((fan|activity|shop)-)?coupons\/[^/]+\/[^/]+$/, asset: 'coupon' },
  { name: /^(offset|fan-offset|advance)\/[^/]+$/, asset: 'coupon' },
  { name: /^points\/[^/]+$/, asset: 'points' },
];

/** Every move is of a positive amount between two known accounts of the same asset. */
export function checkMoves(entry: EntryDocument): Finding[] {
  return [
    ...entry.moves.flatMap((move) =>
      move.asset === 'points'
        ? [{ rule: 'points-mature', text: `${entry._id} moves points at once` }]
        : [],
    ),
    ...[...entry.moves, ...entry.matures].flatMap(({ from, to, asset, amount }) => {
      if (!Number.isSafeInteger(amount) || amount <= 0 || from === to) {
        return [
          { rule: 'journal-zero', text: `${entry._id} moves ${amount} from ${from} to ${to}` },
        ];
      }
      return [...checkEnd(entry, from, asset), ...checkEnd(entry, to, asset)];
    }),
  ];
}

function checkEnd({ _id }: EntryDocument, name: string, asset: string): Finding[] {
  const family = FAMILIES.find((each) => each.name.test(name));
  if (family === undefined) {
    return [{ rule: 'known-family', text: `no rule for the account ${name} of ${_id}` }];
  }
  return family.asset === asset
    ? []
    : [
        {
          rule: 'journal-zero',
          text: `${_id} moves ${asset} at ${name}, which holds ${family.asset}`,
        },
      ];
}
