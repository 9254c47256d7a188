import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { viewDesk } from '../desk/view';
import type { RegisteredType } from '../domain/registry';
import { DisclosureError } from '../errors';
import { perform } from '../gate/perform';
import { loadWorkingCopy } from '../gate/working-copy';
import { maskPersonalData } from '../privacy/mask-document';
import { findPublication } from '../read-model/find-publication';
import { emptyQuerySchema, parseQuery } from '../read-model/query-schema';
import { readConnection } from '../replica/read-connection';
import type { Values, VerbInput, VerbName } from '../types';
import { isWorkflowVerb } from '../verbs';
import { parseMaskInput, parseVerbInput, parseWriteBody } from './body';
import { namingMistakes, readQuery } from './read-query';
import { answerUpload } from './roster-upload';
import { withdrawnError } from './withdrawn';
import { assertWriteQuery, parseDeleteQuery } from './write-query';

/** What a write answers: where the document stands now. */
const ANSWERED = [
  'documentId',
  'state',
  'version',
  'owner',
  'title',
  'catalogueItem',
  'indexNo',
  'dueOn',
] as const;

/** The Strapi-style REST of one disclosure type: published only to read, through the gate to write. */
export const createTypeController =
  (type: RegisteredType) =>
  ({ strapi }: { strapi: Core.Strapi }) => ({
    async find(ctx: Context) {
      const { query, wantsDrafts } = await readQuery(strapi, type, ctx.query);
      if (wantsDrafts) {
        ctx.body = { data: [], meta: { pagination: { page: 1, pageSize: 0, pageCount: 0, total: 0 } } };
        return;
      }
      const { results, pagination } = await namingMistakes(() =>
        coreService(strapi, type).find({ ...query, status: 'published' }),
      );
      ctx.body = { data: await output(strapi, type, results), meta: { pagination } };
    },

    async findOne(ctx: Context) {
      const { documentId } = ctx.params as { documentId: string };
      const { query, wantsDrafts } = await readQuery(strapi, type, ctx.query);
      if (wantsDrafts) throw new DisclosureError('NOT_FOUND');
      const service = coreService(strapi, type);
      const document = await namingMistakes(() =>
        service.findOne(documentId, { ...query, status: 'published' }),
      );
      if (document) {
        ctx.body = { data: await output(strapi, type, document), meta: {} };
        return;
      }
      const found = await findPublication(readConnection(strapi), documentId);
      if (found?.state === 'withdrawn') throw withdrawnError(found.tombstone);
      throw new DisclosureError('NOT_FOUND');
    },

    async create(ctx: Context) {
      assertWriteQuery(ctx.query);
      const { data } = parseWriteBody(type, ctx.request.body);
      ctx.status = 201;
      await answer(strapi, type, ctx, { verb: 'create', data });
    },

    async update(ctx: Context) {
      assertWriteQuery(ctx.query);
      const { data, input } = parseWriteBody(type, ctx.request.body);
      await answer(strapi, type, ctx, { verb: 'edit', data, input });
    },

    async delete(ctx: Context) {
      const { documentId } = ctx.params as { documentId: string };
      const input = parseDeleteQuery(ctx.query);
      await perform(strapi, { verb: 'delete', uid: type.uid, documentId, input });
      ctx.status = 204;
    },

    async verb(ctx: Context) {
      const { verb } = ctx.params as { verb: string };
      if (!isWorkflowVerb(verb)) throw new DisclosureError('NOT_FOUND', `没有“${verb}”这个操作`);
      assertWriteQuery(ctx.query);
      await answer(strapi, type, ctx, { verb, input: parseVerbInput(verb, ctx.request.body) });
    },

    async mask(ctx: Context) {
      assertWriteQuery(ctx.query);
      const { documentId } = ctx.params as { documentId: string };
      const masked = await maskPersonalData(strapi, type, documentId, parseMaskInput(ctx.request.body));
      ctx.body = { data: { ...(await readState(strapi, type, documentId)), ...masked } };
    },

    async roster(ctx: Context) {
      const { documentId } = ctx.params as { documentId: string };
      await answerUpload(strapi, type, documentId, ctx);
    },

    async workflow(ctx: Context) {
      parseQuery(emptyQuerySchema, ctx.query);
      const { documentId } = ctx.params as { documentId: string };
      ctx.body = { data: await viewDesk(strapi, type, documentId) };
    },
  });

type Answered = { verb: VerbName; data?: Values; input?: VerbInput };

/** Uses the verb and answers where the document stands now. */
async function answer(
  strapi: Core.Strapi,
  type: RegisteredType,
  ctx: Context,
  { verb, data, input }: Answered,
): Promise<void> {
  const { documentId } = ctx.params as { documentId?: string };
  const result = await perform(strapi, { verb, uid: type.uid, documentId, data, input });
  const state = await readState(strapi, type, result.documentId);
  ctx.body = { data: state, ...(result.notes?.length ? { meta: { notes: result.notes } } : {}) };
}

/** Where a working copy stands, as every write answers it. */
export async function readState(
  strapi: Core.Strapi,
  type: RegisteredType,
  documentId: string,
): Promise<Values> {
  const document = (await loadWorkingCopy(strapi, type.uid, documentId)) ?? {};
  return Object.fromEntries(
    ANSWERED.filter((name) => name in document).map((name) => [name, document[name] ?? null]),
  );
}

type CoreService = {
  find: (params: Values) => Promise<{ results: unknown[]; pagination: Values }>;
  findOne: (documentId: string, params: Values) => Promise<unknown>;
};

const coreService = (strapi: Core.Strapi, type: RegisteredType): CoreService =>
  strapi.service(type.uid as never) as unknown as CoreService;

const output = (strapi: Core.Strapi, type: RegisteredType, data: unknown): Promise<unknown> =>
  strapi.contentAPI.sanitize.output(data as Values, strapi.contentType(type.uid), {});
