// A shop's card as the cloud gives it; name what is different.
import type { MerchantCard } from '../../src/contracts/values';

export function aCard(different: Partial<MerchantCard> & Pick<MerchantCard, 'id'>): MerchantCard {
  return {
    code: 'fruit001',
    name: '青禾鲜果',
    category: 'fruit',
    state: 'active',
    ownership: 'alliance',
    siteId: 'hangzhou',
    address: '文三路 201 号',
    phone: '0571-555-0101',
    picture: '',
    position: { longitude: 120.1365, latitude: 30.279 },
    openingHours: { opensMinute: 480, closesMinute: 1320 },
    averageSpendFen: 4000,
    rebateBps: 1000,
    ...different,
  };
}
