// B12: forty fruit shops in one circle.
import { communityAt } from '../../src/domain/geo/community';
import { type TestCloud, startTestCloud } from '../support/cloud';
import { valueOf } from '../support/cloud-client';
import { lin, noodleShop, site } from '../support/fixture';
import { fruitShopsAround, myCommunityId, myPlace } from '../support/fruit-circle';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ merchants: [...fruitShopsAround(40), noodleShop] });
});
afterAll(() => cloud.close());

const fruitAround = async (radiusMetres: number) =>
  valueOf(
    await cloud.callAs(lin)('nearby', 'merchants', {
      position: myPlace,
      radiusMetres,
      category: 'fruit',
    }),
  );

it('finds all forty and no other kind, the nearest first', async () => {
  const { merchants, isLast } = await fruitAround(3000);
  expect(merchants.map(({ name }) => name)).toEqual(
    Array.from({ length: 40 }, (_, at) => `第 ${at + 1} 果铺`),
  );
  expect(isLast).toBe(true);
});

it('leaves out what is farther than the radius', async () => {
  const { merchants } = await fruitAround(500);
  expect(merchants.map(({ name }) => name)).toEqual(
    [1, 2, 3, 4, 5, 6, 7].map((n) => `第 ${n} 果铺`),
  );
});

it('says which one is of the community that the person stands in', async () => {
  const { merchants, site: found } = await fruitAround(3000);
  const mine = communityAt(found?.places ?? [], myPlace);
  expect(mine?.id).toBe(myCommunityId);
  expect(merchants.filter(({ communityId }) => communityId === mine?.id)).toHaveLength(1);
});

it('lets everybody buy at any of them', async () => {
  const { merchants } = await fruitAround(3000);
  const farthest = merchants.at(-1);
  const bill = { merchantCode: farthest?.code ?? '', amountFen: 3000 };
  const quote = valueOf(await cloud.callAs(lin)('orders', 'quote', bill));
  expect(quote.bill.payerPoints).toBeGreaterThan(0);
  expect(site.places.some(({ id }) => id === myCommunityId)).toBe(true);
});
