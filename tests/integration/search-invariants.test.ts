/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { pastGuards } from '../support/past-guards';
import { hasRegulations, publishRegulations, readRegulations } from '../support/regulations';
import { type Product, startProduct } from './helpers/product';
import { queryOf, read } from './helpers/reads';
import { fillSearch } from './helpers/search';
import demo from './search.demo.json';
import regulations from './search.regulations.json';

/**
 * What a citizen types, and the document that must be among the first ten: no query may ever be lost. Over
 * what the product brings with it, and over the regulations where they are.
 */
let product: Product;

beforeAll(async () => {
  product = await startProduct();
  if (hasRegulations()) {
    await pastGuards(product.databaseUrl, (client) => publishRegulations(client, readRegulations()));
  }
  await fillSearch(product);
});
afterAll(() => product.stop());

const firstTen = async (q: string) => {
  const { status, body } = await read(product, `/api/disclosure/search${queryOf({ q, limit: '10' })}`);
  expect({ q, status }).toEqual({ q, status: 200 });
  return body.data as { documentId: string; title: string }[];
};

test.each(Object.entries(demo))('“%s” finds %s among the demo content', async (q, title) => {
  expect((await firstTen(q)).map((hit) => hit.title)).toContain(title);
});

const overRegulations = hasRegulations() ? test : test.skip;
overRegulations.each(Object.entries(regulations))(
  '“%s” finds %s among the regulations (skipped where ../shared/data/regulations is not there)',
  async (q, name) => {
    expect((await firstTen(q)).map(({ documentId }) => documentId)).toContain(`regulation:${name}`);
  },
);
