import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import knex from 'knex';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportQuery,
  exportPublications,
} from '../plugins/disclosure/server/read-model/export-publications';
import { exportQuerySchema, parseQuery } from '../plugins/disclosure/server/read-model/query-schema';
import { sentenceFor } from './start/error-report';
import { StartFailure } from './start/failure';
import { withDatabase } from './with-database';

const FILTERS = Object.keys(exportQuerySchema.shape).filter((name) => name !== 'format');
const USAGE = `用法:npm run export -- --format ${EXPORT_FORMATS.join('|')} --out 文件 [--${FILTERS.join(' X] [--')} X]`;

/** `npm run export -- --format csv --out FILE`: every live publication of a query, without a bound. */
async function main(): Promise<void> {
  const { query, format, out } = readArguments(process.argv.slice(2));
  await withDatabase(async (connection) => {
    const database = knex({ client: 'pg', connection });
    try {
      // under another name until it is whole
      await pipeline(exportPublications(database, query, format), createWriteStream(`${out}.part`));
      await rename(`${out}.part`, out);
    } finally {
      await database.destroy();
    }
  });
  console.log(`已导出到 ${out}`);
}

function readArguments(args: string[]): { query: ExportQuery; format: ExportFormat; out: string } {
  const { out, ...given } = parse(args);
  if (!out) throw new StartFailure(`请用 --out 写明导出到哪个文件。\n${USAGE}`);
  try {
    const { format, ...query } = parseQuery(exportQuerySchema, given);
    return { format, query, out };
  } catch (error) {
    throw new StartFailure(`${(error as Error).message}\n${USAGE}`);
  }
}

function parse(args: string[]): Record<string, string | undefined> {
  const text = { type: 'string' } as const;
  const options = Object.fromEntries([...FILTERS, 'format', 'out'].map((name) => [name, text]));
  try {
    // a copy: what parseArgs gives has no prototype
    return { ...(parseArgs({ args, options }).values as Record<string, string | undefined>) };
  } catch {
    throw new StartFailure(`参数不认识或缺少内容。\n${USAGE}`);
  }
}

main().catch((error: unknown) => {
  console.error(sentenceFor(error, '导出失败', process.env.DATA_DIR ?? '.data'));
  process.exitCode = 1;
});
