import { z } from 'zod';
import type { RouteDescriptions } from '../../../disclosure/server/api-description/describe-routes';
import { fileKeySchema } from './files-controller';

export const WITH_FILES =
  '带附件时用 multipart/form-data：字段 application 放本接口的 JSON，字段 attachments 放附件（可多个）。';

export const fileForApplicant = z.object({
  id: z.string(),
  of: z.enum(['application', 'answer']),
  name: z.string(),
  size: z.number(),
  why: z.string().nullable(),
});

export const describeFiles = (tag: string): RouteDescriptions => ({
  'POST /file': {
    tag,
    summary: '下载附件',
    details: '申请人自己提交的附件，和答复发出以后随答复提供的文件；编号见办理情况的 files。',
    body: fileKeySchema,
    answer: { files: ['application/octet-stream'] },
  },
});
