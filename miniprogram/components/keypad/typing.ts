// Typing an amount on the keypad: what a key does to the text, and what the text is in fen.
import { MAX_BILL_FEN } from '../../../src/domain/limits';

export type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
/** `clear` empties the amount. */
export type Key = Digit | 'dot' | 'delete' | 'clear';

const MAX_DECIMALS = 2;

/** The text after a key. A key that would make the amount impossible changes nothing. */
export function typeKey(text: string, key: Key): string {
  if (key === 'clear') return '';
  if (key === 'delete') return text.slice(0, -1);
  if (key === 'dot') return typeDot(text);
  return typeDigit(text, key);
}

function typeDot(text: string): string {
  if (text.includes('.')) return text;
  return text === '' ? '0.' : allowed(`${text}.`, text);
}

function typeDigit(text: string, digit: Digit): string {
  if (text === '0') return digit;
  const [, decimals] = text.split('.');
  if (decimals !== undefined && decimals.length >= MAX_DECIMALS) return text;
  return allowed(text + digit, text);
}

function allowed(next: string, before: string): string {
  return fenOf(next) <= MAX_BILL_FEN ? next : before;
}

/** Fen of what was typed; 0 for nothing, `0.` and `12.` as they stand. */
export function fenOf(text: string): number {
  const [whole = '', decimals = ''] = text.split('.');
  return Number(whole) * 100 + Number(decimals.padEnd(MAX_DECIMALS, '0'));
}
