// Merchant numbers: the platform's own, and those of all shops.
import { DEMO_MERCHANTS } from '../../demo/merchants';
import type { ExportedShop } from '../shop-codes/read-shops';
import { reasons, type ReleaseItem } from './item';
import type { ReleaseFacts } from './facts';

const MERCHANT_NUMBER = /^\d{8,10}$/;

export function checkPayments({ settings, shops }: ReleaseFacts): readonly ReleaseItem[] {
  const { merchantNumber, ownSubMerchantNumbers } = settings;
  return [
    {
      name: 'merchant number',
      wechatName: '商户号（服务商），绑定云开发',
      found: merchantNumber,
      missing: reasons([!MERCHANT_NUMBER.test(merchantNumber), 'no number of 8 to 10 figures']),
      where: 'release.json, merchantNumber',
    },
    {
      name: 'shops’ merchant numbers',
      wechatName: '子商户号、分账',
      found: shops === null ? '' : countsOf(shops),
      missing: shops === null ? ['no export was named'] : faultsOf(shops, ownSubMerchantNumbers),
      where: 'collection merchants; npm run release:check -- --merchants FILE',
    },
  ];
}

function countsOf(shops: readonly ExportedShop[]): string {
  const own = shops.filter(({ rebateCollection }) => rebateCollection === 'own').length;
  return `${shops.length} shops, ${own} of them own`;
}

function faultsOf(shops: readonly ExportedShop[], ownNumbers: readonly string[]): string[] {
  const demoCodes = new Set(DEMO_MERCHANTS.map(({ code }) => code));
  const wrongNumber = shops.filter(({ subMchId }) => !MERCHANT_NUMBER.test(subMchId));
  const foreign = shops.filter(
    ({ rebateCollection, subMchId }) =>
      rebateCollection === 'own' && !ownNumbers.includes(subMchId),
  );
  const waiting = shops.filter(({ rebateCollection }) => rebateCollection !== 'own');
  const ofDemo = shops.filter(({ code }) => demoCodes.has(code));
  return reasons(
    [shops.length === 0, 'there is no shop'],
    [wrongNumber.length > 0, `${namesOf(wrongNumber)}: no sub-merchant number`],
    [
      foreign.length > 0,
      `${namesOf(foreign)}: own, but paid on a number that is not the platform’s`,
    ],
    [waiting.length > 0, `${namesOf(waiting)}: nothing reports the arrival of their rebates yet`],
    [ofDemo.length > 0, `${namesOf(ofDemo)}: shops of the demo`],
  );
}

function namesOf(shops: readonly ExportedShop[]): string {
  const named = shops.slice(0, 3).map(({ name }) => name);
  const more = shops.length - named.length;
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
