import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Core } from '@strapi/strapi';
import { openTable } from '../../src/plugins/disclosure/server/tabular/open-table';
import type { Cell } from '../../src/plugins/disclosure/server/tabular/table';
import { writeXlsx } from '../../src/plugins/disclosure/server/tabular/xlsx/write-xlsx';
import type { DocumentUid, Member, Values, VerbName } from '../../src/plugins/disclosure/server/types';
import { engine } from '../integration/helpers/native';
import { demoMember } from '../integration/helpers/people';
import { withProduct } from './product';
import { countStatements, describeStatements } from './statements';

const RECORD = 'plugin::major-construction-projects.record' as DocumentUid;
const GOAL = 0.5;
const ROUNDS = 5;
const RECORDS_A_ROUND = 40;
const XLSX_ROWS = 100_000;
/** Garbage comes and goes; a table that is held would take several times as much. */
const FLAT_MB = 60;

type Step = [VerbName, 'editor' | 'reviewer'];
const STEPS: Step[] = [
  ['create', 'editor'],
  ['submit', 'editor'],
  ['approve', 'reviewer'],
  ['publish', 'reviewer'],
];

/**
 * Records through the gate with all checks (create, submit, approve, publish in one transaction, as an
 * import does it) beside a bare Strapi create and publish of the same content, in turns; and the memory of
 * reading 100,000 rows. Goals: 0.5 of the bare speed, memory flat.
 */
export const importBench = (): Promise<boolean> =>
  withProduct(async (strapi) => {
    const ratio = await measureGate(strapi);
    const grown = await measureMemory();
    console.log(
      `gate / bare: ${ratio.toFixed(2)} (goal ${GOAL}); memory over ${XLSX_ROWS} rows: +${grown.toFixed(0)} MB (goal ${FLAT_MB})`,
    );
    return ratio >= GOAL && grown <= FLAT_MB;
  });

async function measureGate(strapi: Core.Strapi): Promise<number> {
  const { gate, bare } = await writersOf(strapi);
  for (let i = 0; i < RECORDS_A_ROUND; i += 1) await gate.record();
  await withoutTriggers(strapi, bare);
  const ms = { gate: 0, bare: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    ms.gate += await timed(gate.record);
    ms.bare += await withoutTriggers(strapi, () => timed(bare));
  }
  const records = ROUNDS * RECORDS_A_ROUND;
  for (const name of ['gate', 'bare'] as const) {
    console.log(
      `${name}: ${((records / ms[name]) * 1000).toFixed(0)} records/s, ${(ms[name] / records).toFixed(1)} ms each`,
    );
  }
  for (const step of STEPS) {
    const found = await countStatements(strapi, () => gate.step(step));
    console.log(`${step[0]}: ${describeStatements(found)}`);
  }
  return ms.bare / ms.gate;
}

async function timed(record: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  for (let i = 0; i < RECORDS_A_ROUND; i += 1) await record();
  return performance.now() - begin;
}

/** The last line lets nobody but the gate write; the bare write is measured without it. */
async function withoutTriggers<T>(strapi: Core.Strapi, work: () => Promise<T>): Promise<T> {
  const knex = strapi.db.connection;
  const { collectionName } = strapi.contentType(RECORD) as unknown as { collectionName: string };
  await knex.raw('alter table ?? disable trigger user', [collectionName]);
  try {
    return await work();
  } finally {
    await knex.raw('alter table ?? enable trigger user', [collectionName]);
  }
}

/** What writes a record with all checks, and what writes the same content without any. */
async function writersOf(strapi: Core.Strapi) {
  const { perform } =
    engine<typeof import('../../src/plugins/disclosure/server/gate/perform')>('gate/perform');
  const { runAs, runInsideGate } =
    engine<typeof import('../../src/plugins/disclosure/server/gate/storage')>('gate/storage');
  const people: Record<'editor' | 'reviewer', Member> = {
    editor: await demoMember(strapi, 'housing-construction-editor'),
    reviewer: await demoMember(strapi, 'housing-construction-reviewer'),
  };
  const project = await strapi.db
    .connection('publications')
    .where({ kind: 'project', state: 'live', domain: 'major-construction-projects' })
    .first('document_id');
  let written = 0;
  const values = (): Values => {
    written += 1;
    return {
      title: `竣工验收备案表 ${written}`,
      project: project.document_id,
      item: 'MP8-03',
      kind: 'document',
      formedOn: '2026-11-02',
      body: `<p>${'竣工验收备案材料。'.repeat(50)}</p>`,
    };
  };
  let documentId: string | undefined;
  const step = async ([verb, who]: Step) => {
    const isNew = verb === 'create';
    const request = {
      verb,
      uid: RECORD,
      documentId: isNew ? undefined : documentId,
      data: isNew ? values() : undefined,
    };
    documentId = (await runAs(people[who], () => perform(strapi, request))).documentId;
  };
  const record = () =>
    strapi.db.transaction(async () => {
      for (const one of STEPS) await step(one);
    });
  const kept = { owner: 'housing-construction', state: 'published', version: 1, contributors: [] };
  const derived = { catalogueItem: 'D01-25', informationClass: 'completion', dueOn: '2026-11-30' };
  const bare = () =>
    runInsideGate(async () => {
      const documents = strapi.documents(RECORD);
      const created = await documents.create({ data: { ...values(), ...kept, ...derived } } as never);
      await documents.publish({ documentId: (created as { documentId: string }).documentId } as never);
    });
  return { gate: { record, step }, bare };
}

/** Writes a workbook of many rows and reads it; how much the process grows after the first of them, in megabytes. */
async function measureMemory(): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const file = path.join(folder, 'rows.xlsx');
  async function* rows(): AsyncGenerator<Cell[]> {
    for (let i = 0; i < XLSX_ROWS; i += 1) yield [`姓名${i}`, i, `2021-03-${(i % 28) + 1}`, `某街道第${i}号`];
  }
  try {
    await pipeline(writeXlsx('名单', ['姓名', '金额', '日期', '地址'], rows()), createWriteStream(file));
    const begin = performance.now();
    let first = 0;
    let peak = 0;
    let read = 0;
    for await (const _row of (await openTable(file)).rows) {
      read += 1;
      // the heap settles over the first rows; what it needs for each row would show after them
      if (read === XLSX_ROWS / 5) first = process.memoryUsage().rss;
      if (first && read % 5_000 === 0) peak = Math.max(peak, process.memoryUsage().rss);
    }
    console.log(`${read} rows of XLSX read in ${((performance.now() - begin) / 1000).toFixed(1)} s`);
    return (peak - first) / 1024 / 1024;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
