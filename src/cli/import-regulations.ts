import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Core } from '@strapi/strapi';
import { writeCsv } from '../plugins/disclosure/server/tabular/csv-writer';
import type { FileResult } from '../plugins/policy/regulations/corpus/import-folder';
import { sentenceFor } from './start/error-report';
import { StartFailure } from './start/failure';
import { compiled, withStrapi } from './with-strapi';

type Importer = typeof import('../plugins/policy/regulations/corpus/import-folder');

const USAGE =
  '用法:npm run import:regulations -- 文件夹 [结果.csv],其中每个文件是一部法规的一个版本:名称(版本日期).md';
const EVERY = 50;

/** `npm run import:regulations -- FOLDER`: official texts into the corpus; exit status 1 when a file was not taken. */
async function main(): Promise<void> {
  const [folder, report, ...more] = process.argv.slice(2);
  if (!folder || more.length > 0) throw new StartFailure(USAGE);
  const results = await withStrapi((strapi) => run(strapi, folder));
  const file = report ?? `${path.basename(path.resolve(folder))}-导入结果.csv`;
  await pipeline(Readable.from(writeCsv(['文件', '结果'], rowsOf(results))), createWriteStream(file));
  console.log(summary(results, file));
  if (results.some(isBad)) process.exitCode = 1;
}

async function run(strapi: Core.Strapi, folder: string): Promise<FileResult[]> {
  const { importFolder } = compiled<Importer>('policy/regulations/corpus/import-folder');
  let stopping = false;
  process.once('SIGINT', () => {
    stopping = true;
  });
  const results = await importFolder(strapi, folder, {
    isStopping: () => stopping,
    onResult: (result, done, total) => {
      if (isBad(result)) console.error(`${result.file}:${result.message}`);
      if (done % EVERY === 0 || done === total) console.log(`${done}/${total}`);
    },
  });
  if (stopping) console.log('已停下。再运行一次同样的命令,从这里继续。');
  return results;
}

const isBad = ({ outcome }: FileResult): boolean => outcome === 'failed' || outcome === 'conflict';

async function* rowsOf(results: readonly FileResult[]): AsyncGenerator<string[]> {
  for (const { file, message } of results) yield [file, message];
}

function summary(results: readonly FileResult[], report: string): string {
  const count = (outcome: FileResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length;
  return `完成:已导入${count('new')}个版本,已有${count('unchanged')}个,文字不同未改动${count('conflict')}个,有问题${count('failed')}个。逐个结果见 ${report}`;
}

main().catch((error: unknown) => {
  const refusal =
    error instanceof Error && error.name === 'ApplicationError' ? new StartFailure(error.message) : error;
  console.error(sentenceFor(refusal, '导入失败', process.env.DATA_DIR ?? '.data'));
  process.exitCode = 1;
});
