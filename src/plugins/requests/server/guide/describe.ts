import { z } from 'zod';
import type { RouteDescription } from '../../../disclosure/server/api-description/describe-routes';
import { GUIDE_FIELDS } from '../../shared/guide';

const tag = '依申请公开';
const text = z.string();
const tiers = z.array(z.object({ range: text, price: text }));
const desk = z.object(Object.fromEntries(GUIDE_FIELDS.map(({ name }) => [name, text.optional()])));

/** What the routes of the guide are. */
export const guideDescriptions: Record<string, RouteDescription> = {
  'GET /guide': { tag, summary: '受理机构目录的页面', answer: { files: ['text/html'] } },
  'GET /guide/:department': {
    tag,
    summary: '一个机关的政府信息公开指南的页面',
    answer: { files: ['text/html'] },
  },
  'GET /guides': {
    ...{ tag, summary: '受理机构目录' },
    answer: {
      schema: z.object({
        data: z.array(
          z.object({
            ...{ department: text, departmentName: text, url: text },
            ...{ phone: text.nullable(), address: text.nullable() },
          }),
        ),
      }),
    },
  },
  'GET /guides/:department': {
    ...{ tag, summary: '一个机关的政府信息公开指南' },
    answer: {
      schema: z.object({
        data: z.object({
          ...{ department: text, departmentName: text, form: text },
          ...{ desk: desk.nullable(), publishedOn: text.nullable() },
          fees: z.object({ piece: tiers, volume: tiers }),
        }),
      }),
    },
  },
};
