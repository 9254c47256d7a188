import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Core } from '@strapi/strapi';
import { engine } from '../integration/helpers/native';
import { identityNumber } from '../integration/helpers/rosters';
import { withProduct } from './product';

const ROWS = 100_000;
/** Rows a second, with reading the file, every check, masking, and writing. */
const GOAL = 5000;
/** Megabytes that the heap may have grown by over the whole list. */
const MAX_GROWTH_MB = 100;
const COLUMNS = ['姓名', '身份证号', '银行卡号', '村', '住址', '补助金额(元)', '发放日期', '备注'];

async function* welfareRows() {
  for (let n = 0; n < ROWS; n++) {
    yield [
      `村民${n % 5000}`,
      identityNumber(n),
      '6217001234567890122',
      `湖坊${n % 40}村`,
      `青云谱镇湖坊村${n % 300}号`,
      300 + (n % 997) / 4,
      `2026-0${1 + (n % 9)}-15`,
      n % 3 ? '低保' : '',
    ];
  }
}

type Files = typeof import('../../src/plugins/disclosure/server/tabular/open-table');
type Csv = typeof import('../../src/plugins/disclosure/server/tabular/csv-writer');
type Xlsx = typeof import('../../src/plugins/disclosure/server/tabular/xlsx/write-xlsx');
type Build = typeof import('../../src/plugins/disclosure/server/rosters/build');
type Plan = typeof import('../../src/plugins/disclosure/server/rosters/plan');
type Rows = typeof import('../../src/plugins/disclosure/server/rosters/read-rows');
type Download = typeof import('../../src/plugins/disclosure/server/rosters/download');
type Settings = typeof import('../../src/plugins/disclosure/server/privacy/settings');

const ORIGIN = { type: 'bench', documentId: 'bench', owner: 'finance', createdBy: 'bench' };

/** Rows of a list from a CSV and an XLSX file into the database, and out again as a file. */
export function rostersBench(): Promise<boolean> {
  return withProduct(async (strapi) => {
    const results = [await measure(strapi, 'csv'), await measure(strapi, 'xlsx')];
    return results.every(Boolean);
  });
}

async function measure(strapi: Core.Strapi, format: 'csv' | 'xlsx'): Promise<boolean> {
  const file = path.join(tmpdir(), `bench-roster-${process.pid}.${format}`);
  try {
    await pipeline(sourceOf(format), createWriteStream(file));
    const { openTable } = engine<Files>('tabular/open-table');
    const { buildRoster } = engine<Build>('rosters/build');
    const { planColumns } = engine<Plan>('rosters/plan');
    const { readRows } = engine<Rows>('rosters/read-rows');
    const { DEFAULT_PRIVACY } = engine<Settings>('privacy/settings');
    const memory = watchMemory();
    const begin = performance.now();
    const table = await openTable(file);
    const plan = planColumns(table.headers);
    const rows = readRows(plan, table.rows, DEFAULT_PRIVACY, []);
    const roster = await buildRoster(strapi, ORIGIN, plan.columns, rows);
    const rate = Math.round(ROWS / ((performance.now() - begin) / 1000));
    const growth = memory.stop();
    const { writeRoster } = engine<Download>('rosters/download');
    const out = performance.now();
    let bytes = 0;
    for await (const chunk of writeRoster(strapi.db.connection, roster, format)) bytes += chunk.length;
    const outRate = Math.round(ROWS / ((performance.now() - out) / 1000));
    console.log(
      `${format}: ${roster.rowCount} rows in at ${rate}/s (goal ${GOAL}/s), heap +${growth} MB (at most ${MAX_GROWTH_MB}); out at ${outRate}/s, ${Math.round(bytes / 1e6)} MB`,
    );
    return rate >= GOAL && growth <= MAX_GROWTH_MB;
  } finally {
    await rm(file, { force: true });
  }
}

function sourceOf(format: 'csv' | 'xlsx'): NodeJS.ReadableStream {
  if (format === 'csv')
    return Readable.from(engine<Csv>('tabular/csv-writer').writeCsv(COLUMNS, welfareRows()));
  return engine<Xlsx>('tabular/xlsx/write-xlsx').writeXlsx('名单', COLUMNS, welfareRows());
}

/** The most that the heap grows by, in megabytes. */
function watchMemory(): { stop: () => number } {
  const used = () => process.memoryUsage().heapUsed / 1e6;
  const start = used();
  let most = start;
  const timer = setInterval(() => {
    most = Math.max(most, used());
  }, 200);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.round(most - start);
    },
  };
}
