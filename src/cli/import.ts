import { createWriteStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Core } from '@strapi/strapi';
import type { Counts, Source } from '../plugins/imports/server/types';
import { type ImportArguments, readArguments } from './import/arguments';
import { progressLine } from './import/progress';
import { sentenceFor } from './start/error-report';
import { StartFailure } from './start/failure';
import { compiled, withStrapi } from './with-strapi';

type Command = typeof import('../plugins/imports/server/command');

/** `npm run import -- FILE|FOLDER --as …`: exit status 1 when a row was not imported. */
async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2));
  const mapping = given.mapping ? readMapping(given.mapping) : undefined;
  const counts = await withStrapi((strapi) => run(strapi, given, mapping));
  if (counts === null || counts.failed > 0) process.exitCode = 1;
}

function readMapping(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    throw new StartFailure(`对应关系文件 ${file} 读不出来:须是 JSON 文件,请核对路径和内容。`);
  }
}

async function run(strapi: Core.Strapi, given: ImportArguments, mapping: unknown): Promise<Counts | null> {
  const { prepareCommand, runCommand, reportOf, describePlan } = compiled<Command>('imports/server/command');
  const plan = await prepareCommand(strapi, { ...given, mapping });
  console.log(describePlan(strapi, plan));
  if (given.preview) return { created: 0, unchanged: 0, changed: 0, duplicate: 0, failed: 0 };
  const progress = progressLine(process.stdout);
  let stopping = false;
  process.once('SIGINT', () => {
    stopping = true;
  });
  const counts = await runCommand(strapi, plan, { onProgress: progress.show, isStopping: () => stopping });
  progress.end();
  const report = reportOf(strapi, plan);
  const file = given.report ?? reportName(plan.source, report.format);
  await pipeline(Readable.from(report.content), createWriteStream(file));
  if (stopping) {
    console.log('已停下。再运行一次同样的命令,从这里继续。');
    return null;
  }
  console.log(summary(counts, file));
  return counts;
}

const reportName = ({ name }: Source, format: string): string => `${path.basename(name)}-导入结果.${format}`;

function summary(counts: Counts, report: string): string {
  const parts = [
    `已导入${counts.created}条`,
    `已存在、未改动${counts.unchanged}条`,
    ...(counts.changed ? [`源数据已变、已有信息未改动${counts.changed}条`] : []),
    ...(counts.duplicate ? [`重复${counts.duplicate}条`] : []),
    `未导入${counts.failed}条`,
  ];
  return `完成:${parts.join(',')}。逐行结果见 ${report}`;
}

main().catch((error: unknown) => {
  console.error(sentenceFor(asFailure(error), '导入失败', process.env.DATA_DIR ?? '.data'));
  process.exitCode = 1;
});

/** A refusal has its own sentence. */
const asFailure = (error: unknown): unknown =>
  (error as { name?: string; code?: string } | null)?.code &&
  error instanceof Error &&
  'status' in error &&
  error.name === 'ApplicationError'
    ? new StartFailure(error.message)
    : error;
