import { inForceFrom, versionOn } from './in-force';

test.each([
  ['a day after the version', '2019-04-03', '2019-05-15', { day: '2019-05-15', stated: true }],
  ['the day of an earlier version', '2016-02-06', '2005-11-01', { day: '2016-02-06', stated: false }],
  ['no day', '1985-02-08', null, { day: '1985-02-08', stated: false }],
])('a version whose head names %s', (_what, version, effective, expected) => {
  expect(inForceFrom(version, effective)).toEqual(expected);
});

describe('the version in force', () => {
  const versions = [
    { versionOn: '2019-04-03', inForceFrom: '2019-05-15' },
    { versionOn: '2007-04-05', inForceFrom: '2008-05-01' },
  ];
  test.each([
    ['before the first', '2008-04-30', null],
    ['on the first day', '2008-05-01', '2007-04-05'],
    ['after the amendment was decided, before it holds', '2019-05-14', '2007-04-05'],
    ['from the day of the amendment on', '2019-05-15', '2019-04-03'],
  ])('%s', (_what, day, expected) => {
    expect(versionOn(versions, day)?.versionOn ?? null).toBe(expected);
  });
});
