// How fen are written.

interface WrittenYuan {
  readonly sign: '' | '−';
  /** Whole yuan with a thin group separator from 5 digits on. */
  readonly whole: string;
  /** Two digits, or empty when asked to drop `.00`. */
  readonly cents: string;
}

/** `{ whole: '12,345', cents: '60' }` for 1234560 fen. */
export function writeYuan(amountFen: number, { dropZeroCents = false } = {}): WrittenYuan {
  const absolute = Math.abs(amountFen);
  const cents = String(absolute % 100).padStart(2, '0');
  const whole = String(Math.floor(absolute / 100));
  const grouped = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return {
    sign: amountFen < 0 ? '−' : '',
    whole: grouped,
    cents: dropZeroCents && cents === '00' ? '' : cents,
  };
}

/** `¥12.50`, for running text. */
export function yuanText(
  amountFen: number,
  options?: { readonly dropZeroCents?: boolean },
): string {
  const { sign, whole, cents } = writeYuan(amountFen, options);
  return `${sign}¥${whole}${cents === '' ? '' : `.${cents}`}`;
}

/** `12.50` points for 1250 centipoints. */
export function pointsText(centipoints: number): string {
  const { sign, whole, cents } = writeYuan(centipoints);
  return `${sign}${whole}.${cents}`;
}
