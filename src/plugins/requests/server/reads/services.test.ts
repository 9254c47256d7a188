import type { RecordedDelivery } from '../documents/store/deliveries';
import { servicesIn } from './services';

const delivery = (more: Partial<RecordedDelivery>): RecordedDelivery => ({
  ...{ noticeId: 'a', what: 'served', method: 'post', on: '2026-03-10', byName: '王编辑' },
  ...{ record: { how: '本人签收' }, recordedAt: new Date(0) },
  ...more,
});
const NOTICES = [
  { id: 'a', kind: 'answerGranted', consultation: null },
  { id: 'c', kind: 'thirdPartyOpinion', consultation: 'one' },
] as unknown as Parameters<typeof servicesIn>[0];

test('what has been served is a step of the request, with how and by whom it was noted', () => {
  expect(servicesIn(NOTICES, [delivery({})]).map(({ told }) => told)).toEqual([
    expect.objectContaining({
      ...{ on: '2026-03-10', by: '王编辑', text: '本人签收' },
      label: expect.stringMatching(/^答复书.*送达，方式：邮寄$/),
    }),
  ]);
});

test('what was posted or looked at has not been served, and a letter of consultation is told by its event', () => {
  const others = [
    delivery({ what: 'dispatched' }),
    delivery({ what: 'downloaded' }),
    delivery({ noticeId: 'c' }),
  ];
  expect(servicesIn(NOTICES, others)).toEqual([]);
});
