import { parse } from 'graphql';
import { sampleDomain, strapiWith } from '../../../../../../tests/fixtures/sample-domain';
import { attemptsOf } from './attempts';

const strapi = strapiWith(sampleDomain());

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
