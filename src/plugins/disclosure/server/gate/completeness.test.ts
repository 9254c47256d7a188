import { sampleType } from '../../../../../tests/fixtures/sample-domain';
import type { Values } from '../types';
import { findIssues } from './completeness';

const type = sampleType();
const NOW = new Date('2026-11-24T02:00:00Z');

const BASE = { title: '标题', catalogueItem: 'Z99-01', formedOn: '2026-11-02' };
const GUIDE = {
  kind: 'guide',
  conditions: '本区户籍',
  materials: '身份证',
  steps: '申请',
  processingTime: '5个工作日',
  fee: '不收费',
  places: '政务服务大厅',
  phones: '0791-12345678',
};
const DECISION = {
  kind: 'decision',
  body: '<p>决定。</p>',
  decisionType: 'penalty',
  decidedOn: '2026-11-02',
  party: '某公司',
  decisionBasis: '依据',
  decisionResult: '罚款',
};

const fieldsAtFault = (values: Values) =>
  findIssues(type, { ...BASE, ...values }, NOW).map(({ field }) => field);

test.each([
  ['a document with a body', { kind: 'document', body: '<p>正文</p>' }],
  ['a guide with its parts, without a body', GUIDE],
  ['a decision with party, basis, result and date', DECISION],
  ['a notice with its last day', { kind: 'notice', body: '<p>公告</p>', validUntil: '2026-12-31' }],
  ['a roster', { kind: 'roster' }],
])('%s is complete', (_what, values) => {
  expect(fieldsAtFault(values).filter((field) => field !== 'roster')).toEqual([]);
});

test.each(Object.keys(GUIDE).filter((name) => name !== 'kind'))(
  'a guide without %s is not complete',
  (name) => {
    expect(fieldsAtFault({ ...GUIDE, [name]: ' ' })).toEqual([name]);
  },
);
test.each(['body', 'decidedOn', 'party', 'decisionBasis', 'decisionResult'])(
  'a decision without %s is not complete',
  (name) => {
    expect(fieldsAtFault({ ...DECISION, [name]: null })).toEqual([name]);
  },
);
test('an attribute of another kind is named, so that nothing is published unseen', () => {
  const issues = findIssues(type, { ...BASE, kind: 'document', body: '<p>x</p>', party: '某公司' }, NOW);
  expect(issues).toEqual([{ field: 'party', message: expect.stringContaining('行政相对人') }]);
});
