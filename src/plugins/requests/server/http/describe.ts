import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import {
  describeRoutes,
  type RouteDescription,
} from '../../../disclosure/server/api-description/describe-routes';
import { correctionSchema, keySchema, reasonSchema } from '../acts/applicant';
import { applicationSchema } from '../application/schema';
import { suggestionSchema } from '../frequent/suggest';
import { guideDescriptions } from '../guide/describe';
import { describeFiles, fileForApplicant, WITH_FILES } from './describe-files';
import { followedSchema } from './describe-followed';
import { describeOwnNotices, noticeSchema } from './own-notices-controller';

const tag = '依申请公开';
const day = z.string().nullable();

const status = z.object({
  data: z.object({
    number: z.string().nullable(),
    departmentName: z.string(),
    stateLabel: z.string(),
    submittedOn: z.string(),
    receivedOn: day,
    archivedOn: day,
    dueOn: day,
    ...followedSchema,
    waitsFor: z
      .object({ what: z.enum(['correction', 'reason', 'payment']), text: z.string(), until: z.string() })
      .nullable(),
    answer: z
      .object({
        outcomeLabel: z.string(),
        answeredOn: z.string(),
        servedOn: day,
        text: z.string(),
        reasons: z.string(),
        basis: z.string().nullable(),
        remedies: z.string(),
      })
      .nullable(),
    files: z.array(fileForApplicant),
    mayWithdraw: z.boolean(),
    maySuggest: z.boolean(),
    notices: z.array(noticeSchema),
  }),
});

const act = (summary: string, body: z.ZodType): RouteDescription => ({
  ...{ tag, summary, body, answer: { schema: status } },
});
const page = (summary: string): RouteDescription => ({ tag, summary, answer: { files: ['text/html'] } });

/** Says what the routes of this plugin are. */
export const describeRequestRoutes = (strapi: Core.Strapi): void =>
  describeRoutes(strapi, 'requests', {
    'POST /': {
      tag,
      summary: '提出政府信息公开申请',
      details: `查询码只给这一次；凭查询码和证件号码后四位查询。${WITH_FILES}`,
      body: applicationSchema,
      status: 201,
      answer: { schema: z.object({ data: z.object({ queryCode: z.string(), message: z.string() }) }) },
    },
    'POST /status': {
      ...act('办理情况', keySchema),
      details: '申请拆分办理的，用同一查询码，part 写其中一件的编号（见 parts），即看这一件、就这一件办理。',
    },
    'POST /correction': act('补正', correctionSchema),
    'POST /reason': act('说明理由', reasonSchema),
    'POST /withdrawal': act('撤回申请', keySchema),
    'POST /suggestion': act('建议主动公开', suggestionSchema),
    ...guideDescriptions,
    ...describeOwnNotices(tag),
    ...describeFiles(tag),
    'GET /form': page('申请表的页面'),
    'POST /form': page('提交申请表'),
    'GET /follow': page('查询办理情况的页面'),
    'POST /follow': page('查询办理情况'),
  });
