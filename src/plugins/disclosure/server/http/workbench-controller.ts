import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { parseQuery } from '../read-model/query-schema';
import { viewDepartments } from '../workbench/by-department';
import { viewOwed } from '../workbench/owed';
import { viewPrefill } from '../workbench/prefill';
import { prefillQuerySchema, workbenchQuerySchema, workPageQuerySchema } from '../workbench/query-schema';
import { viewRecent } from '../workbench/recent';
import { viewWorklist, viewWorkPage } from '../workbench/worklist';

/** What the panel's home page and the list of a group ask for. */
export const workbenchController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async worklist(ctx: Context) {
    const { department } = parseQuery(workbenchQuerySchema, ctx.query);
    ctx.body = { data: await viewWorklist(strapi, department) };
  },
  async work(ctx: Context) {
    ctx.body = { data: await viewWorkPage(strapi, parseQuery(workPageQuerySchema, ctx.query)) };
  },
  async owed(ctx: Context) {
    const { department } = parseQuery(workbenchQuerySchema, ctx.query);
    ctx.body = { data: await viewOwed(strapi, department) };
  },
  async recent(ctx: Context) {
    const { department } = parseQuery(workbenchQuerySchema, ctx.query);
    ctx.body = { data: await viewRecent(strapi, department) };
  },
  async departments(ctx: Context) {
    ctx.body = { data: await viewDepartments(strapi) };
  },
  async prefill(ctx: Context) {
    const { code } = ctx.params as { code: string };
    const { period } = parseQuery(prefillQuerySchema, ctx.query);
    ctx.body = { data: await viewPrefill(strapi, code, period ?? null) };
  },
});
