import { sampleType } from '../../../../../tests/fixtures/sample-domain';
import { describeRoster } from './describe';
import { rosterField } from './references';

const roster = {
  id: 'r1',
  columns: [{ key: 'c1', label: '姓名', kind: 'person-name' as const, slot: 1 }],
  rowCount: 3,
  sha256: 'h',
};

test('every record can have a roster', () => {
  expect(rosterField(sampleType())).toBe('roster');
  expect(rosterField({ fields: {} })).toBeNull();
});

test('the public hears of columns, rows and address, not of the slots', () => {
  expect(describeRoster(sampleType(), { roster }, 'd1')).toEqual({
    id: 'r1',
    columns: [{ key: 'c1', label: '姓名', kind: 'person-name', sortable: true }],
    rowCount: 3,
    sha256: 'h',
    url: '/api/disclosure/publications/d1/roster',
  });
});

test.each([{}, { roster: null }])('a publication without a roster says so: %j', (content) => {
  expect(describeRoster(sampleType(), content, 'd1')).toBeNull();
});
