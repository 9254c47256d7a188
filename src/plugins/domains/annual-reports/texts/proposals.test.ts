import { disputeNumbersOf, disputeTable } from '../../../requests/server/annual-report/dispute-table';
import { numbersOf, requestTable } from '../../../requests/server/annual-report/request-table';
import type { Numbers } from '../shared/numbers';
import { proposalsOf } from './proposals';

const numbers = {
  documents: { rules: { made: 0, repealed: 0, inForce: 0 }, normative: { made: 1, repealed: 2, inForce: 3 } },
  requests: numbersOf(
    requestTable(
      [
        {
          id: 'a',
          applicant: 'person',
          receivedOn: '2026-02-01',
          answeredOn: '2026-03-01',
          outcome: 'granted',
        },
      ],
      2026,
    ),
  ),
  disputes: disputeNumbersOf(disputeTable([], 2026)),
} as Numbers;
const facts = {
  ...{ published: [{ name: '财政预决算', count: 5 }], late: 1, live: 20, interpretations: 2, decisions: {} },
  ...{ meanDays: 12.34, overdue: 0, extended: 1 },
};

test('the proposed sentences say what was counted', () => {
  const { proactive, onRequest } = proposalsOf(2026, numbers, facts);
  expect(proactive).toBe(
    '2026年主动公开政府信息5条，其中财政预决算5条。制发行政规范性文件1件，废止、失效2件，年末现行有效3件。发布政策解读2篇。按期公开4条，超过公开期限1条。',
  );
  expect(onRequest).toContain('新收政府信息公开申请1件（自然人1件），上年结转0件。办结1件，其中予以公开1件');
  expect(onRequest).toContain('平均12.3个工作日');
});

test('a year without anything makes no empty sentences', () => {
  const none = { ...facts, published: [], late: 0, interpretations: 0, meanDays: null };
  expect(proposalsOf(2026, numbers, none).proactive).toBe(
    '2026年主动公开政府信息0条。制发行政规范性文件1件，废止、失效2件，年末现行有效3件。',
  );
});
