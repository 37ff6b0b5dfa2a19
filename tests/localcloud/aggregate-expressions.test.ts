// Every operator that `db.command.aggregate` has a builder for, through the SDK, against the examples
// of the documents and at its edges.
import { accumulators } from './expressions/accumulators';
import { arithmetic } from './expressions/arithmetic';
import { arrays } from './expressions/arrays';
import { type Builders, type Case, Failure, missing } from './expressions/cases';
import { dates } from './expressions/dates';
import { logic } from './expressions/logic';
import { objects, sets } from './expressions/objects';
import { strings } from './expressions/strings';
import { closeClouds, failure, openCloud, pointSdkAt, type TestCloud } from './fixture';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openCloud({ collections: [{ name: 'values', indexes: [] }] });
});
afterAll(closeClouds);

/** The builders need no cloud. */
const $ = pointSdkAt('http://127.0.0.1:9/admin').command.aggregate as unknown as Builders;

const rows = [arithmetic, arrays, logic, objects, sets, strings, dates, accumulators].flatMap(
  (group) =>
    Object.entries<readonly Case[]>(group($)).flatMap(([name, cases]) =>
      cases.map((one, i) => [`${name} ${i + 1}`, one] as const),
    ),
);

async function evaluate([expression, , document = {}]: Case): Promise<unknown> {
  cloud.importDocuments('values', [{ ...document, _id: 'x' }]);
  const { list } = await cloud.db
    .collection('values')
    .aggregate()
    .match({ _id: 'x' })
    .project({ result: expression })
    .end();
  const [row = {}] = list;
  return 'result' in row ? row['result'] : missing;
}

test.each(rows)('evaluates %s', async (_, one) => {
  const [, expected] = one;
  if (expected instanceof Failure) {
    const seen = await failure(evaluate(one));
    expect(seen).toMatchObject({ errCode: -1, code: 'DATABASE_REQUEST_FAILED' });
    expect(seen.message).toContain(expected.message);
  } else expect(await evaluate(one)).toEqual(expected);
});
