import { sampleDomain } from '../../../../../tests/fixtures/sample-domain';
import { defineDomain } from './define-domain';
import { assertManifest, type DomainManifest } from './manifest';

type Attributes = Record<string, Record<string, unknown>>;
const schemaOf = (domain: DomainManifest) => {
  const { schema } = defineDomain(domain).contentTypes.record as {
    schema: { attributes: Attributes } & Record<string, unknown>;
  };
  return schema;
};

describe('a new domain is one manifest', () => {
  const plugin = defineDomain(sampleDomain());

  test('its record has the base fields, its own field, and what the engine keeps', () => {
    const { attributes } = schemaOf(sampleDomain());
    expect(Object.keys(attributes)).toEqual(
      expect.arrayContaining([
        'title',
        'amount',
        'catalogueItem',
        'formedOn',
        'body',
        'attachments',
        'owner',
        'state',
        'version',
        'indexNo',
      ]),
    );
    expect(attributes.amount).toEqual({ type: 'decimal' });
  });

  test('it keeps drafts, has a table of its own and indexes for the desk', () => {
    const schema = schemaOf(sampleDomain());
    expect(schema).toMatchObject({
      collectionName: 'sample_domain_records',
      options: { draftAndPublish: true },
    });
    expect(schema.indexes).toHaveLength(5);
  });

  test('who wrote what never leaves through a query', () => {
    const { attributes } = schemaOf(sampleDomain());
    for (const name of ['contributors', 'reviewComment', 'submittedAt', 'correctionReason']) {
      expect(attributes[name]).toMatchObject({ private: true });
    }
  });

  test('everybody reads, only the scopes of departments write', () => {
    const router = plugin.routes['content-api']({ strapi: {} as never });
    const open = router.routes.filter(({ config }) => config.auth === false);
    expect(open.every(({ method }) => method === 'GET')).toBe(true);
    expect(router.routes.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /records',
      'GET /records/:documentId',
      'POST /records',
      'PUT /records/:documentId',
      'DELETE /records/:documentId',
      'GET /records/:documentId/workflow',
      'POST /records/:documentId/mask-personal-data',
      'POST /records/:documentId/roster',
      'POST /records/:documentId/:verb',
    ]);
  });
});

describe('a manifest with a fault stops the start, by name', () => {
  const broken: [string, Partial<DomainManifest>][] = [
    ['a slug that is no path', { slug: '重大 项目' }],
    ['a code of another form', { code: 'ABC' }],
    ['no catalogue', { catalogue: [] }],
    ['no type', { types: [] }],
    ['a scope without departments', { responsibilities: { 'Z99-01': [] } }],
    ['something unknown', { colour: 'red' } as never],
  ];
  test.each(broken)('%s', (_what, changes) => {
    expect(() => assertManifest(sampleDomain(changes))).toThrow(/领域清单/);
  });
});

test('a type has one roster at most: its public address is that of the publication', () => {
  const [type] = sampleDomain().types;
  const fields = { members: { label: '成员名单', type: 'roster' as const } };
  expect(() => defineDomain(sampleDomain({ types: [{ ...type, fields }] as never }))).toThrow(
    /只能有一个名单字段/,
  );
});
