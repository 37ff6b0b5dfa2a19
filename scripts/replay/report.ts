// The auditor's figures in words.
import type { Replayed } from './replay';

const LINE = 26;

export function reportOf({ audit, refused, shops }: Replayed): string {
  const { findings, figures } = audit;
  const yuan = (fen: bigint): string => {
    const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
    const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
    return `${fen < 0n ? '-' : ''}${whole}.${digits.slice(-2)}`;
  };
  const rows: readonly (readonly [string, string])[] = [
    ['shops', String(shops)],
    ['orders paid', String(figures.orders)],
    ['bills refused (0 fen)', String(refused)],
    ['turnover, yuan', yuan(figures.turnoverFen)],
    ['points in effect', yuan(figures.points)],
    ['dividends', String(figures.dividends)],
    ['cover declared, yuan', yuan(figures.issuedFen)],
    ['coupons given out, yuan', yuan(figures.collectedFen)],
    ['coupons spent, yuan', yuan(figures.couponSpentFen)],
    ['coupons out, yuan', yuan(figures.couponsFen)],
    ['fund committed, yuan', yuan(figures.committedFen)],
    ['fund free, yuan', yuan(figures.freeFen)],
    ['coverage', figures.committedFen >= figures.couponsFen ? 'covered' : 'NOT COVERED'],
    ['journal sum', String(figures.journalSum)],
    ['folds rebuilt from zero', findings.length === 0 ? 'equal' : `${findings.length} findings`],
  ];
  const table = rows.map(([name, value]) => `  ${name.padEnd(LINE)}${value}`);
  return [...table, ...findings.slice(0, 50).map((finding) => `  ! ${finding}`)].join('\n');
}
