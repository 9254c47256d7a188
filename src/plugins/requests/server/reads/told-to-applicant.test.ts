import { createCalendar } from '../../../disclosure/server/rules/working-days';
import type { Recorded } from '../records/records';
import { consultationsTold, earlierAnswers, shownState } from './told-to-applicant';

const by = { byPerson: 'p', byName: '某人', recordedAt: new Date() };

test('an applicant does not see who reviews inside of the district', () => {
  expect([shownState('reviewing'), shownState('approved'), shownState('sent')]).toEqual([
    ...['办理中', '办理中', '已答复'],
  ]);
});

test('answers that hold no longer come in their order, and nothing else of the records does', () => {
  const records: Recorded[] = [
    { ...by, type: 'approved', on: '2026-03-02', note: '内部意见' },
    {
      ...by,
      ...{ type: 'answerSuperseded', outcome: 'denied.processInfo', answeredOn: '2026-03-02' },
      ...{ on: '2026-05-06', note: '不予公开。' },
    },
    {
      ...by,
      ...{ type: 'answerSuperseded', outcome: 'granted', answeredOn: '2026-05-20' },
      ...{ on: '2026-06-01', note: null },
    },
  ];
  const told = earlierAnswers(records);
  expect(told.map(({ answeredOn, until, text }) => [answeredOn, until, text])).toEqual([
    ['2026-03-02', '2026-05-06', '不予公开。'],
    ['2026-05-20', '2026-06-01', null],
  ]);
});

test('a consultation is told by kind and days, without the name that the desk gave it', () => {
  const pause = { consultation: 'c', of: 'thirdParty' as const, after: '2026-03-09', through: '2026-03-20' };
  expect(
    consultationsTold([{ ...pause, isOpen: false, lapsesOn: '2026-03-30' }], createCalendar([])),
  ).toEqual([{ whom: '第三方', sentOn: '2026-03-09', through: '2026-03-20', isOpen: false, workingDays: 9 }]);
});
