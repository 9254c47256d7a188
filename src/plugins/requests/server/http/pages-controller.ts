import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { DisclosureError } from '../../../disclosure/server/errors';
import { showPage } from '../../../disclosure/server/http/plain-page';
import { issuesByField } from '../../../disclosure/server/read-model/query-schema';
import { allDepartments } from '../../../disclosure/server/reference-data/departments';
import {
  actAsApplicant,
  correct,
  correctionSchema,
  giveReason,
  type Key,
  keySchema,
  reasonSchema,
  withdraw,
} from '../acts/applicant';
import { submitOnline } from '../acts/submit';
import { applicationSchema } from '../application/schema';
import { suggest, suggestionSchema } from '../frequent/suggest';
import { attachmentsOf } from './attachments-body';
import { type Filled, filledOf, nested } from './fields';
import { applicationPage, keyPage, submittedPage } from './pages';
import { asApplicant, RECEIVED, statusFor } from './public-controller';
import { statusPage } from './status-page';

const applicationFormSchema = applicationSchema.safeExtend({ once: z.uuid('请重新打开申请页面') });
const withdrawalSchema = keySchema.extend({ act: z.literal('withdraw') });
const correctionFormSchema = correctionSchema.extend({ act: z.literal('correct') });
const reasonFormSchema = reasonSchema.extend({ act: z.literal('giveReason') });
const suggestionFormSchema = suggestionSchema.extend({ act: z.literal('suggest') });
const actSchema = z.discriminatedUnion('act', [
  withdrawalSchema,
  correctionFormSchema,
  reasonFormSchema,
  suggestionFormSchema,
]);

/** The same as the API in plain HTML: works on every phone, without a script. */
export const pagesController = ({ strapi }: { strapi: Core.Strapi }) => {
  const departments = async () =>
    (await allDepartments(strapi)).map(({ code, name }) => ({ code, label: name }));
  const again = async (ctx: Context, filled: Filled, messages: string[], status = 400) =>
    showPage(
      ctx,
      applicationPage(await departments(), filled.once ?? randomUUID(), filled, messages),
      status,
    );

  return {
    async form(ctx: Context) {
      const kind: Filled = ctx.query.kind === 'correction' ? { kind: 'correction' } : {};
      showPage(ctx, applicationPage(await departments(), randomUUID(), { ...kind, ...chosenOrgan(ctx) }));
    },
    async submit(ctx: Context) {
      const filled = filledOf(ctx.request.body);
      const read = applicationFormSchema.safeParse(nested(filled));
      if (!read.success) return again(ctx, filled, messagesOf(read.error));
      const { once, ...application } = read.data;
      try {
        const { queryCode } = await submitOnline(
          strapi,
          application,
          ctx.request.ip,
          once,
          attachmentsOf(ctx),
        );
        const idLast4 = application.applicant.idNumber.slice(-4);
        return showPage(ctx, submittedPage({ queryCode, idLast4 }, RECEIVED), 201);
      } catch (error) {
        if (!(error instanceof DisclosureError)) throw error;
        return again(ctx, filled, [error.message], error.status);
      }
    },
    askKey(ctx: Context) {
      showPage(ctx, keyPage());
    },
    async follow(ctx: Context) {
      const filled = filledOf(ctx.request.body);
      const given = keySchema.safeParse({
        ...{ queryCode: filled.queryCode, idLast4: filled.idLast4 },
        ...(filled.part ? { part: filled.part } : {}),
      });
      if (!given.success) return showPage(ctx, keyPage(filled, messagesOf(given.error)), 400);
      const key = given.data;
      try {
        const messages = filled.act ? await act(strapi, ctx, filled, key) : [];
        showPage(
          ctx,
          statusPage(
            await statusFor(strapi, key, ctx.request.ip),
            key,
            messages,
            doneWords(filled, messages),
          ),
          messages.length ? 400 : 200,
        );
      } catch (error) {
        if (!(error instanceof DisclosureError)) throw error;
        showPage(ctx, keyPage(filled, [error.message]), error.status);
      }
      return undefined;
    },
  };
};

const DONE: Record<string, string> = {
  correct: '已收到您的补正，答复期限从今天起重新计算。',
  giveReason: '已收到您说明的理由。',
  withdraw: '申请已撤回，不再办理。',
  suggest: '已收到您的建议。',
};
/** What has just been done, so that nobody does it again; null where it was refused. */
const doneWords = ({ act: asked }: Filled, messages: readonly string[]): string | null =>
  asked && messages.length === 0 ? (DONE[asked] ?? null) : null;

/** @returns what is wrong with it, in words */
async function act(strapi: Core.Strapi, ctx: Context, filled: Filled, key: Key): Promise<string[]> {
  const read = actSchema.safeParse(nested(filled));
  if (!read.success) return messagesOf(read.error);
  const asked = read.data;
  const done = {
    correct: () =>
      asked.act === 'correct' && actAsApplicant(strapi, 'correct', key, correct(strapi, asked.wanted)),
    giveReason: () =>
      asked.act === 'giveReason' && actAsApplicant(strapi, 'giveReason', key, giveReason(asked.text)),
    withdraw: () => actAsApplicant(strapi, 'withdraw', key, withdraw),
    suggest: () => asked.act === 'suggest' && suggest(strapi, key, asked.text),
  };
  try {
    await asApplicant(strapi, key, ctx.request.ip, async () => done[asked.act]());
    return [];
  } catch (error) {
    if (error instanceof DisclosureError && error.code === 'INVALID_TRANSITION') return [error.message];
    throw error;
  }
}

/** Who comes from an organ's guide applies there. */
const chosenOrgan = ({ query: { department } }: Context): Filled =>
  typeof department === 'string' ? { department } : {};

const messagesOf = (error: z.ZodError): string[] =>
  issuesByField(error, '不认识的字段').map(({ message }) => message.replace(/^[\w.]+[:：]?\s*/, ''));
