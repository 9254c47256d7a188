import { APPLICANT_KINDS } from '../../../src/plugins/requests/shared/applicants';
import { CHANNELS } from '../../../src/plugins/requests/shared/choices';
import { OUTCOMES } from '../../../src/plugins/requests/shared/outcomes';
import type { Sql } from '../../support';

/** A request as it is written into the table; days are `YYYY-MM-DD`. */
type Row = {
  id: string;
  number: string;
  owner: string;
  kind: string;
  channel: string;
  receivedOn: string;
  dueOn: string;
  answeredOn: string | null;
  outcome: string | null;
  state: string;
  splitFrom: string | null;
};

/** The same numbers at every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const day = (year: number, ordinal: number): string =>
  new Date(Date.UTC(year, 0, 1 + ordinal)).toISOString().slice(0, 10);

/**
 * A year of requests of some departments: every outcome by every kind of applicant, carried over from the year before,
 * still open at its end, parts of a split, withdrawn before and after their registration.
 */
export function makeYear(departments: readonly string[], year: number, count: number): Row[] {
  const random = randomFrom(year);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const combinations = OUTCOMES.flatMap(({ code }) =>
    APPLICANT_KINDS.map((kind) => [code, kind.code] as const),
  );
  return Array.from({ length: Math.max(count, combinations.length) }, (_, index): Row => {
    const [outcome, kind] = combinations[index % combinations.length] ?? ['granted', 'person'];
    // some came in December before, and was answered in the new year
    const received = index % 11 === 0 ? -1 - (index % 25) : Math.floor(random() * 365);
    const answered = received < 0 ? Math.floor(random() * 15) : received + 3 + Math.floor(random() * 30);
    const isOpen = answered > 364;
    return {
      id: `${year}-${index}`,
      number: `${year}-G${String(index).padStart(4, '0')}`,
      owner: departments[index % departments.length] as string,
      kind,
      channel: pick(CHANNELS).code,
      receivedOn: day(year, received),
      dueOn: day(year, received + 28),
      // what is open at the end of the year is answered in January
      answeredOn: day(year, answered),
      outcome,
      state: outcome === 'other.otherReasons' && index % 2 === 0 ? 'withdrawn' : isOpen ? 'sent' : 'served',
      splitFrom: index % 17 === 16 ? `${year}-${index - 1}` : null,
    };
  });
}

/** Seals a note of a request, as the product does. */
export type Seal = (requestId: string, note: string) => string;

/** Writes a year of requests with their events, payments and disputes. */
export async function writeYear(query: Sql, rows: readonly Row[], seal: Seal): Promise<void> {
  const event = (row: Row, type: string, on: string, note: string | null = null) => ({
    ...{ request_id: row.id, type, on_day: on, note, by_name: '测试' },
    data: type === 'extended' ? { days: 10 } : {},
  });
  const write = async (table: string, records: readonly object[]) => {
    const columns = Object.keys(records[0] ?? {}).join(', ');
    await query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(records)],
    );
  };
  await write(
    'information_requests',
    rows.map((row) => ({
      ...{ id: row.id, number: row.number, code_key: `key-${row.id}`, state: row.state, owner: row.owner },
      ...{ channel: row.channel, applicant_kind: row.kind, applicant_key: `applicant-${row.kind}` },
      ...{ medium: 'electronic', delivery: 'online', submitted_at: `${row.receivedOn}T09:00:00+08:00` },
      ...{ received_on: row.receivedOn, due_on: row.dueOn, answered_on: row.answeredOn },
      ...{ outcome: row.outcome, split_from: row.splitFrom, traces: [], authors: [], version: 1 },
      changed_at: `${row.receivedOn}T09:00:00+08:00`,
    })),
  );
  const events = rows.flatMap((row, index) => [
    event(row, 'received', row.receivedOn),
    ...(index % 13 === 0 ? [event(row, 'extended', row.receivedOn)] : []),
    ...(index % 40 === 5
      ? [
          event(row, 'feeNotified', row.receivedOn, seal(row.id, JSON.stringify({ yuan: 100 }))),
          event(row, 'feePaid', row.receivedOn),
        ]
      : []),
    ...(row.answeredOn ? [event(row, 'answered', row.answeredOn)] : []),
  ]);
  await write('information_request_events', events);
  await write('information_request_disputes', rows.flatMap(disputesOf));
}

const KINDS = ['reconsideration', 'lawsuitDirect', 'lawsuitAfterReconsideration'];
const RESULTS = ['upheld', 'corrected', 'other', null];

function disputesOf(row: Row, index: number) {
  if (index % 9 !== 0) return [];
  const turn = Math.floor(index / 9);
  const result = RESULTS[turn % 4] ?? null;
  const filedOn = row.answeredOn ?? row.receivedOn;
  return [
    {
      ...{
        request_id: row.id,
        kind: KINDS[turn % 3],
        organ: '区人民法院',
        case_no: `案${index}`,
        filed_on: filedOn,
      },
      ...{ closed_on: result ? filedOn : null, result, is_co_defendant: turn % 11 === 10, by_name: '测试' },
    },
  ];
}
