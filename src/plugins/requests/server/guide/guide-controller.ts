import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { showPage } from '../../../disclosure/server/http/plain-page';
import { settingsOf } from '../settings';
import { desksPage, guidePage } from './pages';
import { listDesks, readGuide } from './read-guides';

/** 政府信息公开指南 for everybody, as pages and as JSON. */
export const guideController = ({ strapi }: { strapi: Core.Strapi }) => {
  const departmentOf = (ctx: Context) => String((ctx.params as { department: string }).department);
  return {
    async list(ctx: Context) {
      showPage(ctx, desksPage(await listDesks(strapi)));
    },
    async page(ctx: Context) {
      showPage(ctx, guidePage(await readGuide(strapi, departmentOf(ctx)), settingsOf(strapi)));
    },
    async listJson(ctx: Context) {
      ctx.body = { data: await listDesks(strapi) };
    },
    async json(ctx: Context) {
      ctx.body = { data: await readGuide(strapi, departmentOf(ctx)) };
    },
  };
};
