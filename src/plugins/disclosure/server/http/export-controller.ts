import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { DisclosureError } from '../errors';
import { assertExportable, exportPublications } from '../read-model/export-publications';
import { exportQuerySchema, parseQuery } from '../read-model/query-schema';
import { readConnection } from '../replica/read-connection';

/** Exports that one instance works at; a further one is asked to come back. */
const AT_ONCE = 3;

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/x-ndjson; charset=utf-8',
} as const;

/** The public list as a file: bounded in rows, and in how many are made at a time. */
export const exportController = ({ strapi }: { strapi: Core.Strapi }) => {
  let running = 0;
  return {
    async publications(ctx: Context) {
      const { format, ...query } = parseQuery(exportQuerySchema, ctx.query);
      if (running >= AT_ONCE) throw new DisclosureError('BUSY', '正在导出的人较多，请稍后再试');
      running += 1;
      let isOver = false;
      const over = () => {
        if (!isOver) running -= 1;
        isOver = true;
      };
      try {
        const knex = readConnection(strapi);
        await assertExportable(knex, query);
        const file = exportPublications(knex, query, format);
        // ends with the last byte, with an error, and when the reader goes away
        file.once('close', over);
        ctx.type = TYPES[format];
        ctx.set('content-disposition', `attachment; filename="publications.${format}"`);
        ctx.body = file;
      } catch (error) {
        over();
        throw error;
      }
    },
  };
};
