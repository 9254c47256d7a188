import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { Core } from '@strapi/strapi';
import { writeCsv } from '../plugins/disclosure/server/tabular/csv-writer';
import type { FileResult } from '../plugins/policy/regulations/corpus/import-folder';
import { sentenceFor } from './start/error-report';
import { StartFailure } from './start/failure';
import { compiled, withStrapi } from './with-strapi';

type Importer = typeof import('../plugins/policy/regulations/corpus/import-folder');
type Publisher = typeof import('../plugins/policy/regulations/corpus/publish-texts');
type People = typeof import('../plugins/imports/server/people');

const USAGE =
  '用法:npm run import:regulations -- 文件夹 [结果.csv] [--as 采集人员邮箱 --reviewed-by 审核人员邮箱],其中每个文件是一部法规的一个版本:名称(版本日期).md;写明两位人员的,网上还没有的法规随后由他们公开现行版本';
const EVERY = 50;

type Given = { folder: string; report: string; as?: string | undefined; reviewedBy?: string | undefined };

/** `npm run import:regulations -- FOLDER`: official texts into the corpus; exit status 1 when a text was not taken. */
async function main(): Promise<void> {
  const given = readGiven(process.argv.slice(2));
  const isComplete = await withStrapi((strapi) => run(strapi, given));
  if (!isComplete) process.exitCode = 1;
}

function readGiven(args: string[]): Given {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { as: { type: 'string' }, 'reviewed-by': { type: 'string' } },
    });
    const [folder, report, ...more] = positionals;
    const { as, 'reviewed-by': reviewedBy } = values;
    if (!folder || more.length > 0 || Boolean(as) !== Boolean(reviewedBy)) throw new Error();
    return {
      folder,
      report: report ?? `${path.basename(path.resolve(folder))}-导入结果.csv`,
      as,
      reviewedBy,
    };
  } catch {
    throw new StartFailure(USAGE);
  }
}

/** @returns whether every file was taken, and every text published that was to be */
async function run(strapi: Core.Strapi, { folder, report, as, reviewedBy }: Given): Promise<boolean> {
  const people = as && reviewedBy ? await findPeople(strapi, as, reviewedBy) : null;
  let stopping = false;
  process.once('SIGINT', () => {
    stopping = true;
  });
  const isStopping = () => stopping;
  const { importFolder } = compiled<Importer>('policy/regulations/corpus/import-folder');
  const results = await importFolder(strapi, folder, {
    isStopping,
    onResult: (result, done, total) => {
      if (isBad(result)) console.error(`${result.file}:${result.message}`);
      tell(done, total);
    },
  });
  await pipeline(Readable.from(writeCsv(['文件', '结果'], rowsOf(results))), createWriteStream(report));
  console.log(summary(results, report));
  const unpublished = people && !stopping ? await publish(strapi, people, isStopping) : 0;
  if (stopping) console.log('已停下。再运行一次同样的命令,从这里继续。');
  return unpublished === 0 && !results.some(isBad);
}

/** Two persons, named before the long work begins. */
async function findPeople(strapi: Core.Strapi, as: string, reviewedBy: string) {
  const { memberByEmail, requireDuties, requireSecondPerson } = compiled<People>('imports/server/people');
  const editor = await memberByEmail(strapi, as);
  requireDuties(editor, [['editor', '采集']]);
  const reviewer = await memberByEmail(strapi, reviewedBy);
  requireSecondPerson(editor, reviewer);
  return { editor, reviewer };
}

/** @returns how many were refused */
async function publish(
  strapi: Core.Strapi,
  people: Awaited<ReturnType<typeof findPeople>>,
  isStopping: () => boolean,
): Promise<number> {
  const { publishTexts } = compiled<Publisher>('policy/regulations/corpus/publish-texts');
  const counts = { published: 0, refused: 0 };
  await publishTexts(strapi, {
    people,
    isStopping,
    onResult: (title, refusal, done, total) => {
      counts[refusal === null ? 'published' : 'refused'] += 1;
      if (refusal !== null) console.error(`《${title}》没有公开:${refusal}`);
      tell(done, total);
    },
  });
  console.log(`已公开现行版本${counts.published}部,没有公开${counts.refused}部`);
  return counts.refused;
}

function tell(done: number, total: number): void {
  if (done % EVERY === 0 || done === total) console.log(`${done}/${total}`);
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
