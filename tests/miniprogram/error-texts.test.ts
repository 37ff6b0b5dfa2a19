import { GENERAL_ERRORS, type Contract } from '../../src/contracts/contract';
import { nearbyContract } from '../../src/contracts/nearby';
import { ordersContract } from '../../src/contracts/orders';
import { walletContract } from '../../src/contracts/wallet';
import { errorText, failureText } from '../../miniprogram/features/errors/error-text';
import { CallFailure } from '../../miniprogram/queries/call-failure';
import type { AppErrorCode, TransportCode } from '../../miniprogram/cloud/types';

const TRANSPORT: readonly TransportCode[] = [
  'offline',
  'timeout',
  'cloud-unavailable',
  'bad-answer',
];

function codesOf(contract: Contract): readonly string[] {
  return Object.values(contract.actions).flatMap(({ errors }) => errors);
}

const everyCode = [
  ...new Set([
    ...[nearbyContract, ordersContract, walletContract].flatMap(codesOf),
    ...GENERAL_ERRORS,
    ...TRANSPORT,
  ]),
] as AppErrorCode[];

/** Words that consumer pages never say, nor anything that people cannot read. */
const FORBIDDEN = /分红|积分池|额度|佣金|返本|全返|投资|收益|[a-z]{3,}|undefined/i;

describe('what people read when something fails', () => {
  test.each(everyCode)('%s has a short Chinese sentence', (code) => {
    const text = errorText(code);
    expect(text).toMatch(/[\u4e00-\u9fff]{4,}/);
    expect(text.length).toBeLessThanOrEqual(24);
    expect(text).not.toMatch(FORBIDDEN);
  });

  test('a failure is told by its code', () => {
    expect(failureText(new CallFailure('merchant-closed'))).toBe(errorText('merchant-closed'));
  });

  test('whatever else is thrown is told as our own fault', () => {
    expect(failureText(new TypeError('x is undefined'))).toBe(errorText('internal'));
  });
});
