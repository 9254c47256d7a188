import { parse } from 'graphql';
import { sampleDomain } from '../../../../../../tests/fixtures/sample-domain';
import { defineDomain } from '../../domain/define-domain';
import { openRegistry } from '../../domain/registry';
import { attemptsOf } from './attempts';

const services = new Map<string, unknown>();
const strapi = {
  add: (key: string, make: () => unknown) => services.set(key, make()),
  get: (key: string) => services.get(key),
} as never;
openRegistry(strapi);
defineDomain(sampleDomain()).register({ strapi });

const uid = 'plugin::sample-domain.record';

test.each([
  ['mutation { createSampleDomainRecord(data: {}) }', undefined, [{ verb: 'create', uid }]],
  [
    'mutation { updateSampleDomainRecord(documentId: "d") }',
    undefined,
    [{ verb: 'edit', uid, documentId: 'd' }],
  ],
  [
    'mutation { deleteSampleDomainRecord(documentId: $id) }',
    { id: 'd' },
    [{ verb: 'delete', uid, documentId: 'd' }],
  ],
  [
    'mutation { a: submitDocument(type: "sample-domain.record", documentId: $id) }',
    {},
    [{ verb: 'submit', uid }],
  ],
  ['mutation { submitDocument(type: "nothing.record") somethingElse }', undefined, []],
  ['{ createSampleDomainRecord(data: {}) }', undefined, []],
])('%s', (query, variables, expected) => {
  expect(attemptsOf(strapi, parse(query), variables)).toEqual(expected);
});

test('a document id that is too long for any is left out', () => {
  const query = `mutation { updateSampleDomainRecord(documentId: "${'x'.repeat(65)}") }`;
  expect(attemptsOf(strapi, parse(query))).toEqual([{ verb: 'edit', uid }]);
});
