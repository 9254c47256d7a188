import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { isAct } from '../catalogue/input';
import { performAct } from '../catalogue/perform-act';
import { parseBulkInput, viewBulk } from '../desk/bulk';
import { viewCatalogue } from '../desk/catalogue';
import { listChoices } from '../desk/choices';
import { viewCoverage } from '../desk/coverage';
import { findDraftRoster, viewRoster } from '../desk/roster';
import { isDeskVerb, viewDesk } from '../desk/view';
import { requireType } from '../domain/registry';
import { DisclosureError } from '../errors';
import { perform } from '../gate/perform';
import { maskPersonalData } from '../privacy/mask-document';
import { listCatalogue } from '../read-model/list-catalogue';
import { coverageQuerySchema, deskCatalogueQuerySchema, parseQuery } from '../read-model/query-schema';
import { writeRoster } from '../rosters/download';
import type { DocumentUid } from '../types';
import { parseMaskInput, parseVerbInput } from './body';
import { downloadName } from './download-name';
import { answerUpload } from './roster-upload';

type Params = {
  uid: DocumentUid;
  documentId: string;
  verb: string;
  source: string;
  code: string;
  act: string;
  format: string;
};

/** What the panel's side panel, buttons and choice fields ask for. */
export const deskController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async view(ctx: Context) {
    const { uid, documentId } = ctx.params as Params;
    ctx.body = { data: await viewDesk(strapi, requireType(strapi, uid), documentId) };
  },
  async verb(ctx: Context) {
    const { uid, documentId, verb } = ctx.params as Params;
    if (!isDeskVerb(verb)) throw new DisclosureError('NOT_FOUND', `没有“${verb}”这个操作`);
    const input = parseVerbInput(verb, ctx.request.body);
    const { notes = [] } = await perform(strapi, { verb, uid, documentId, input });
    const data = await viewDesk(strapi, requireType(strapi, uid), documentId);
    ctx.body = { data, ...(notes.length > 0 ? { meta: { notes } } : {}) };
  },
  async bulk(ctx: Context) {
    const { uid } = ctx.params as Params;
    const documentIds = parseBulkInput(ctx.request.body);
    ctx.body = { data: await viewBulk(strapi, requireType(strapi, uid), documentIds) };
  },
  async catalogue(ctx: Context) {
    const { domain } = parseQuery(deskCatalogueQuerySchema, ctx.query);
    ctx.body = { data: await viewCatalogue(strapi, domain) };
  },
  async catalogueAct(ctx: Context) {
    const { code, act } = ctx.params as Params;
    if (!isAct(act)) throw new DisclosureError('NOT_FOUND', `没有“${act}”这个操作`);
    const codes = await performAct(strapi, act, code, ctx.request.body);
    ctx.body = { data: await listCatalogue(strapi, { codes }) };
  },
  async coverage(ctx: Context) {
    ctx.body = { data: await viewCoverage(strapi, parseQuery(coverageQuerySchema, ctx.query)) };
  },
  async mask(ctx: Context) {
    const { uid, documentId } = ctx.params as Params;
    const type = requireType(strapi, uid);
    await maskPersonalData(strapi, type, documentId, parseMaskInput(ctx.request.body));
    ctx.body = { data: await viewDesk(strapi, type, documentId) };
  },
  async viewRoster(ctx: Context) {
    const { uid, documentId } = ctx.params as Params;
    ctx.body = { data: await viewRoster(strapi, requireType(strapi, uid), documentId) };
  },
  async downloadRoster(ctx: Context) {
    const { uid, documentId, format } = ctx.params as Params;
    if (format !== 'csv' && format !== 'xlsx') throw new DisclosureError('NOT_FOUND');
    const roster = await findDraftRoster(strapi, requireType(strapi, uid), documentId);
    ctx.attachment(downloadName(roster.title, format, '名单'));
    ctx.body = writeRoster(strapi.db.connection, roster, format);
  },
  async roster(ctx: Context) {
    const { uid, documentId } = ctx.params as Params;
    await answerUpload(strapi, requireType(strapi, uid), documentId, ctx);
  },
  async choices(ctx: Context) {
    const { source } = ctx.params as Params;
    ctx.body = { data: await listChoices(strapi, source, ctx.query as Record<string, string>) };
  },
});
