import type { Member } from '../../../disclosure/server/types';
import type { Dispute } from '../disputes/disputes';
import type { Recorded, RequestRecord } from '../records/records';
import { type Progress, refusalByProgress } from './progress';

const member = (personId: string): Member => ({
  ...{ kind: 'member', personId, name: personId, department: 'finance', duties: ['reviewer'], via: 'admin' },
});
const progress = (changes: Partial<Progress> = {}): Progress => ({
  ...{ kind: 'information', asksTransfer: false, records: [], disputes: [], isFeeNotified: false },
  ...{ reopened: 0, missing: [], lapse: null, clock: null, today: '2026-03-20' },
  ...changes,
});
const by = (byPerson: string, ...records: RequestRecord[]): Recorded[] =>
  records.map((record) => ({
    ...record,
    on: '2026-03-10',
    byPerson,
    byName: byPerson,
    note: null,
    recordedAt: new Date(0),
  }));
const code = (verb: Parameters<typeof refusalByProgress>[0], changes: Partial<Progress>, who = 'b') =>
  refusalByProgress(verb, member(who), progress(changes))?.code ?? null;

const fee = { basis: 'piece', yuan: 100, explanation: '' } as const;
const proposed = by('a', { type: 'feeProposed', ...fee });
const decided = (charge: boolean) => by('b', { type: 'feeDecided', ...fee, charge });

describe('a fee (国办函〔2020〕109号)', () => {
  test('is decided by another person than the one who proposed it', () => {
    expect(code('decideFee', { records: proposed }, 'a')).toBe('NEEDS_SECOND_REVIEWER');
    expect(code('decideFee', { records: proposed })).toBeNull();
  });

  test.each<[string, Recorded[]]>([
    ['nothing was proposed', []],
    ['it has been decided', [...proposed, ...decided(true)]],
  ])('is not decided where %s', (_what, records) => {
    expect(code('decideFee', { records })).toBe('INVALID_TRANSITION');
  });

  test.each<[string, Recorded[], string | null]>([
    ['that was decided', [...proposed, ...decided(true)], null],
    ['that was proposed alone', proposed, 'INVALID_TRANSITION'],
    ['that was waived', [...proposed, ...decided(false)], 'INVALID_TRANSITION'],
    ['for which another was proposed', [...proposed, ...decided(true), ...proposed], 'INVALID_TRANSITION'],
  ])('%s is told: %j', (_what, records, expected) => {
    expect(code('notifyFee', { records })).toBe(expected);
  });

  test('is not proposed twice once it was told, nor for a correction', () => {
    expect(code('proposeFee', { isFeeNotified: true })).toBe('INVALID_TRANSITION');
    expect(code('proposeFee', { kind: 'correction' })).toBe('INVALID_TRANSITION');
  });
});

describe('an answer is approved', () => {
  const submitted = by('a', { type: 'submitted' });
  const legal = (passed = true) => by('b', { type: 'legalReviewed', passed });
  const secrecy = (passed = true) => by('b', { type: 'secrecyReviewed', passed });

  test.each<[string, Recorded[], string | null]>([
    ['after both reviews', [...submitted, ...legal(), ...secrecy()], null],
    ['not after one alone', [...submitted, ...legal()], 'INVALID_TRANSITION'],
    ['not after one that failed', [...submitted, ...legal(), ...secrecy(false)], 'INVALID_TRANSITION'],
    [
      'not after reviews of an earlier draft',
      [...submitted, ...legal(), ...secrecy(), ...submitted],
      'INVALID_TRANSITION',
    ],
  ])('%s', (_what, records, expected) => expect(code('approve', { records })).toBe(expected));
});

test('nobody is closed out before the time to correct or to pay is over', () => {
  const waiting = (applicantBy: string) => ({ clock: { state: 'awaitingPayment' as const, applicantBy } });
  expect(code('close', waiting('2026-03-20'))).toBe('INVALID_TRANSITION');
  expect(code('close', waiting('2026-03-19'))).toBeNull();
  expect(code('close', { clock: { state: 'running', applicantBy: null } })).toBe('INVALID_TRANSITION');
});

test('an answer is given anew once for each decision that set it right', () => {
  const dispute = (result: Dispute['result']): Dispute => ({
    ...{ id: '1', kind: 'reconsideration', organ: '区人民政府', caseNo: null, filedOn: '2026-03-01' },
    ...{ closedOn: result && '2026-03-10', result, isCoDefendant: false, note: null, byName: 'b' },
  });
  expect(code('reopen', { disputes: [dispute('upheld'), dispute(null)] })).toBe('INVALID_TRANSITION');
  expect(code('reopen', { disputes: [dispute('corrected')] })).toBeNull();
  expect(code('reopen', { disputes: [dispute('corrected')], reopened: 1 })).toBe('INVALID_TRANSITION');
  expect(code('split', { reopened: 1 })).toBe('INVALID_TRANSITION');
});

test('a transfer is declined only where one was asked for, and asked for once', () => {
  expect(code('declineTransfer', {})).toBe('INVALID_TRANSITION');
  expect(code('declineTransfer', { asksTransfer: true })).toBeNull();
  expect(code('proposeTransfer', { asksTransfer: true })).toBe('INVALID_TRANSITION');
});
