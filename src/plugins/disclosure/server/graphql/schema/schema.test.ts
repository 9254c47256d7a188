import { buildSchema, type GraphQLInputObjectType, type GraphQLObjectType, validateSchema } from 'graphql';
import { sampleDomain, strapiWith } from '../../../../../../tests/fixtures/sample-domain';
import type { DomainManifest } from '../../domain/manifest';
import { allDomains, allTypes } from '../../domain/registry';
import { schemaText, schemaTypes } from '.';
import { camelCase, namesOf, pascalCase, uidOfName } from './names';
import { PUBLICATION_FIELD_NAMES } from './publication-fields';

function register(...domains: DomainManifest[]) {
  const strapi = strapiWith(...domains);
  return { domains: allDomains(strapi), types: allTypes(strapi) };
}

const schemaOf = (...manifests: DomainManifest[]) => {
  const { domains, types } = register(...manifests);
  return buildSchema(schemaText(domains, types));
};

test.each([
  ['major-construction-projects', 'MajorConstructionProjects', 'majorConstructionProjects'],
  ['record', 'Record', 'record'],
  ['a-1b-c', 'A1bC', 'a1bC'],
])('%s in the words of a schema', (name, pascal, camel) => {
  expect([pascalCase(name), camelCase(name)]).toEqual([pascal, camel]);
});

test('a type is named after its domain', () => {
  const [type] = register(sampleDomain()).types;
  expect(type && namesOf(type)).toEqual({
    type: 'SampleDomainRecord',
    page: 'SampleDomainRecordPage',
    input: 'SampleDomainRecordInput',
    list: 'sampleDomainRecords',
    one: 'sampleDomainRecord',
    create: 'createSampleDomainRecord',
    update: 'updateSampleDomainRecord',
    remove: 'deleteSampleDomainRecord',
  });
});

test('a caller names a type with or without the prefix of uids', () => {
  expect(uidOfName('sample-domain.record')).toBe('plugin::sample-domain.record');
  expect(uidOfName('plugin::sample-domain.record')).toBe('plugin::sample-domain.record');
});

describe('the schema of a domain that is one manifest', () => {
  const schema = schemaOf(sampleDomain());
  const type = schema.getType('SampleDomainRecord') as GraphQLObjectType;
  const input = schema.getType('SampleDomainRecordInput') as GraphQLInputObjectType;

  test('is valid', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  test('has what is public of every publication and what only this type has', () => {
    const fields = Object.keys(type.getFields());
    expect(fields).toEqual(expect.arrayContaining([...PUBLICATION_FIELD_NAMES, 'amount']));
    expect(String(type.getFields().amount?.type)).toBe('Float');
    expect(fields).not.toEqual(expect.arrayContaining(['contributors']));
    expect(type.getInterfaces().map(({ name }) => name)).toEqual(['Publication']);
  });

  test('takes what a person enters, and nothing that the engine keeps', () => {
    const fields = input.getFields();
    expect(String(fields.amount?.type)).toBe('Float');
    expect(String(fields.attachments?.type)).toBe('[Int!]');
    expect(String(fields.formedOn?.type)).toBe('Day');
    for (const kept of ['owner', 'state', 'version', 'indexNo', 'dueOn', 'contributors', 'status']) {
      expect(fields).not.toHaveProperty(kept);
    }
  });

  test('tells in Chinese what a field is and what it may be', () => {
    expect(input.getFields().kind?.description).toMatch(/^信息类型；可选值：document（文件）/);
  });

  test('has a mutation for every verb and the plain writes of the type', () => {
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {})).toEqual([
      ...[
        'submit',
        'return',
        'approve',
        'publish',
        'schedule',
        'unschedule',
        'expedite',
        'ratify',
        'correct',
        'restore',
        'withdraw',
        'transfer',
      ].map((verb) => `${verb}Document`),
      'maskPersonalData',
      ...['create', 'update', 'delete'].map((verb) => `${verb}SampleDomainRecord`),
    ]);
  });
});

test('a read of a domain of its own is a field of Query, with the parameters of its path', () => {
  const read = {
    path: '/records/:documentId/steps/:step',
    summary: '一步',
    read: async () => null,
    graphql: {
      field: 'one-step',
      type: 'SampleDomainStep',
      typeDefs: 'type SampleDomainStep { name: String! }',
    },
  };
  const schema = schemaOf(
    sampleDomain({ reads: [read, { path: '/only-rest', summary: '其他', read: async () => null }] }),
  );
  const field = schema.getQueryType()?.getFields().sampleDomainOneStep;
  expect(String(field?.type)).toBe('SampleDomainStep');
  expect(field?.args.map(({ name, type }) => `${name}: ${type}`)).toEqual(['documentId: ID!', 'step: ID!']);
});

test('two domains that want one name are refused at the start', () => {
  const twin = sampleDomain({ slug: 'sample', code: 'Z98' });
  const [type] = twin.types;
  const other = {
    ...twin,
    types: [{ ...type, singular: 'domain-record', plural: 'domain-records' }],
  } as DomainManifest;
  const { domains, types } = register(sampleDomain(), other);
  expect(() => schemaTypes(domains, types)).toThrow(/SampleDomainRecord/);
});

test('a description cannot break out of its quotes', () => {
  const [type] = sampleDomain().types;
  const fields = { amount: { label: '金额"""} type Evil { a: Int', type: 'decimal' as const } };
  const schema = schemaOf(sampleDomain({ types: [{ ...type, fields }] as never }));
  expect(schema.getType('Evil')).toBeUndefined();
});
