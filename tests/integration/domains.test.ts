/** @jest-environment ./tests/integration/helpers/environment.cjs */
import departments from '../../database/seeds/departments.json';
import { pascalCase } from '../../src/plugins/disclosure/server/graphql/schema/names';
import { MANIFESTS, STANDARD } from '../support/manifests';
import { call } from './helpers/call';
import { graphql } from './helpers/graphql';
import { type Credentials, signInApi } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { PUBLICATIONS, read } from './helpers/reads';

/** What every domain does alike: its catalogue is the way in, and only who is responsible publishes. */
let product: Product;
const accounts = new Map<string, Promise<Credentials>>();

beforeAll(async () => {
  product = await startProduct();
}, 600_000);
afterAll(() => product.stop());

const signIn = (account: string): Promise<Credentials> => {
  const known = accounts.get(account);
  if (known) return known;
  const signedIn = signInApi(product, `${account}@example.test`, product.demoPassword);
  accounts.set(account, signedIn);
  return signedIn;
};

const send = async (account: string, path: string, body?: unknown) =>
  call(`${product.url}/api/${path}`, { method: 'POST', body, headers: (await signIn(account)).headers });

type Row = {
  code: string;
  provenance: string;
  toBeConfirmed: boolean;
  departments: string[];
  publications: number;
  newest: { documentId: string } | null;
};

const rowsOf = async (slug: string): Promise<Row[]> =>
  (await read(product, `/api/disclosure/domains/${slug}`)).body.data.items;

const DEPARTMENTS = departments.departments.map(({ code }) => code);

test('there are 26 standard domains with 592 rows, and the local ones say that they are local', async () => {
  const { body } = await read(product, '/api/disclosure/domains');
  type Domain = { code: string; slug: string; local: boolean; catalogueItems: number };
  const standard = (body.data as Domain[]).filter(({ local }) => !local);
  expect(standard.map(({ code }) => code)).toEqual(
    Array.from({ length: 26 }, (_, i) => `D${String(i + 1).padStart(2, '0')}`),
  );
  expect(standard.reduce((sum, { catalogueItems }) => sum + catalogueItems, 0)).toBe(592);
  const local = (body.data as Domain[]).filter((domain) => domain.local);
  expect(local.map(({ code }) => code)).toEqual(['L01', 'L02', 'L03', 'L04', 'L05', 'L06']);
});

describe.each(MANIFESTS.map((manifest) => [manifest.code, manifest] as const))('%s', (_code, manifest) => {
  const { slug, catalogue } = manifest;

  test('answers with its rows: who is responsible for each, and what is 待核实', async () => {
    const rows = await rowsOf(slug);
    expect(rows.map(({ code }) => code)).toEqual(catalogue.map(({ code }) => code));
    for (const [index, row] of rows.entries()) {
      expect(row.provenance).toBe(catalogue[index]?.provenance.kind);
      expect(row.toBeConfirmed).toBe(row.provenance !== 'published');
      expect(row.departments.length).toBeGreaterThan(0);
      expect(DEPARTMENTS).toEqual(expect.arrayContaining(row.departments));
    }
    expect(rows.some(({ toBeConfirmed }) => toBeConfirmed)).toBe(true);
  });

  test('has its types in GraphQL', async () => {
    for (const { singular } of manifest.types) {
      const name = pascalCase(slug) + pascalCase(singular);
      const { data } = await graphql(
        product,
        `{ __type(name: "${name}") { interfaces { name } fields { name } } }`,
      );
      expect(data.__type.interfaces).toEqual([{ name: 'Publication' }]);
    }
  });
});

/** The projects of 重大建设项目 have tests of their own. */
const BY_ROW = MANIFESTS.filter(({ slug }) => slug !== 'major-construction-projects');

describe.each(BY_ROW.map((manifest) => [manifest.code, manifest] as const))('%s', (_code, manifest) => {
  const { slug, name, catalogue } = manifest;
  const path = `${slug}/records`;
  const row = catalogue[0]?.code ?? '';
  const values = {
    title: `${name}领域测试信息`,
    catalogueItem: row,
    kind: 'document',
    formedOn: '2026-11-02',
    body: '<p>正文。</p>',
  };
  const owner = manifest.responsibilities[row]?.[0] ?? '';
  const stranger = DEPARTMENTS.find((code) => !manifest.responsibilities[row]?.includes(code)) ?? '';
  const approver = departments.departments.find(({ code }) => code === owner)?.regulator ?? owner;

  test('refuses a department that is not responsible for the row', async () => {
    const answer = await send(`${stranger}-editor`, path, { data: values });
    expect(answer).toMatchObject({ status: 403, code: 'NOT_RESPONSIBLE' });
  });

  test('refuses a row of another domain, whoever is responsible for it', async () => {
    const other = STANDARD.find((domain) => domain.slug !== slug)?.catalogue[0]?.code;
    const answer = await send(`${owner}-editor`, path, { data: { ...values, catalogueItem: other } });
    expect(answer).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
  });

  test('publishes what the responsible department made and its reviewer approved, and its row leads there', async () => {
    const before = (await rowsOf(slug)).find(({ code }) => code === row);
    const created = await send(`${owner}-editor`, path, { data: values });
    expect(created).toMatchObject({ status: 201, body: { data: { state: 'draft' } } });
    const { documentId } = created.body.data;
    for (const [account, verb] of [
      [`${owner}-editor`, 'submit'],
      [`${approver}-reviewer`, 'approve'],
      [`${owner}-reviewer`, 'publish'],
    ] as const) {
      const answer = await send(account, `${path}/${documentId}/${verb}`);
      expect({ verb, status: answer.status, text: answer.status === 200 ? '' : answer.text }).toEqual({
        verb,
        status: 200,
        text: '',
      });
    }
    const found = await read(product, `${PUBLICATIONS}?catalogueItem=${row}&limit=1`);
    expect(found.body.data).toMatchObject([
      { documentId, type: `plugin::${slug}.record`, domain: slug, catalogueItem: row, owner },
    ]);
    expect(found.body.data[0].columns).toEqual([slug, ...manifest.columns]);
    const after = (await rowsOf(slug)).find(({ code }) => code === row);
    expect(after).toMatchObject({
      publications: (before?.publications ?? 0) + 1,
      newest: { documentId },
    });
  });
});
