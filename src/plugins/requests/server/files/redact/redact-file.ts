import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { DisclosureError, toError } from '../../../../disclosure/server/errors';
import type { Member } from '../../../../disclosure/server/types';
import { codesOf } from '../../../shared/choices';
import { REDACTION_ARTICLES } from '../../../shared/files';
import { fold } from '../../../shared/fold';
import { keepRedaction } from '../../acts/files';
import { settingsOf } from '../../settings';
import { fileRefusal } from '../decide';
import { openForDesk } from '../read-files';
import { MB } from '../settings';
import { nameOf } from '../store';
import { checkFile } from '../take-files';
import { redactInThread } from './in-thread';
import type { Redacted } from './redacted';

const share = z.number().min(0).max(1);
const removal = z.strictObject({
  text: z
    .string('请填写要遮盖的文字')
    .max(500, '要遮盖的文字最多500个字')
    .refine((text) => fold(text).text.length >= 2, '要遮盖的文字至少2个字'),
  only: z.array(z.int().min(0)).min(1, '请至少选择一处').max(10_000).optional(),
});
const region = z.strictObject({
  page: z.int().min(1).max(10_000),
  x: share,
  y: share,
  width: share.positive(),
  height: share.positive(),
});

/** What is removed, by which article and why (条例第三十七条: the rest is provided). */
export const redactionSchema = z
  .strictObject({
    removals: z.array(removal).max(200, '一次最多遮盖200处文字').default([]),
    regions: z.array(region).max(500, '一次最多遮盖500个区域').default([]),
    article: z.enum(codesOf(REDACTION_ARTICLES), '请选择不予公开的依据'),
    reason: z.string('请填写理由').trim().min(2, '请填写遮盖的理由').max(500, '理由最多500个字'),
  })
  .refine(({ removals, regions }) => removals.length + regions.length > 0, '请选择要遮盖的文字或者区域');

type Plan = z.infer<typeof redactionSchema>;

/**
 * Makes a redacted copy of an original, for the desk to look at before it is accepted.
 *
 * @returns its id
 * @throws DisclosureError REDACTION_FAILED: then there is no copy
 */
export async function redactFile(
  strapi: Core.Strapi,
  member: Member,
  requestId: string,
  fileId: string,
  { removals, regions, article, reason }: Plan,
): Promise<string> {
  const { request, file, bytes } = await openForDesk(strapi, member, requestId, fileId);
  const refusal = fileRefusal('redaction', member, request);
  if (refusal) throw toError(refusal);
  const { type } = file;
  if (file.role !== 'original' || (type !== 'docx' && type !== 'pdf')) {
    throw new DisclosureError('INVALID_INPUT', '只能遮盖作为原件上传的 DOCX 或 PDF');
  }
  if (type === 'docx' && regions.length > 0) {
    throw new DisclosureError('INVALID_INPUT', 'DOCX 按文字遮盖，区域只用于 PDF');
  }
  const answer = await redactInThread({ work: 'redact', type, bytes, removals, regions });
  if (!answer || 'page' in answer) throw failed('文件过于复杂，没有做完，请拆分或者另存后再上传');
  if ('refused' in answer) throw failed(wordsOf(answer));
  const copy = Buffer.from(answer.bytes);
  const { eachMegabytes } = settingsOf(strapi).files;
  if (copy.length > eachMegabytes * MB) throw failed(`遮盖件超过${eachMegabytes}MB，请把原件拆分后再遮盖`);
  const name = nameOf(strapi, file).replace(/\.[^.]+$/, '');
  const checked = await checkFile(strapi, `${name}（遮盖件）.${type}`, copy);
  return keepRedaction(strapi, member, file, checked, {
    ...{ removed: answer.removed, article, reason },
    texts: removals.map(({ text }) => text),
  });
}

const failed = (message: string) => new DisclosureError('REDACTION_FAILED', message);

function wordsOf({ refused, texts, pages = [] }: Extract<Redacted, { refused: string }>): string {
  const named = texts.map((text) => `“${text}”`).join('、');
  return {
    missing: `文件里没有找到${named || '选择的页'}，没有做遮盖件，请核对`,
    left: `检查时还能找到${named || '文字'}，没有做遮盖件，请把样式、编号里的这些文字改掉，或者另存为 PDF 后再遮盖`,
    broken: `${named}在第${pages.join('、')}页被分行、分栏或者分页隔开，不能按文字遮盖，没有做遮盖件；请在这些页（隔在两页的，也在下一页开头）框选它的各个部分，再做一次`,
    unreadable: '读不出这个文件，请另存为没有密码的 DOCX 或 PDF 后再上传',
    'too-long': '页数过多，请拆分后再遮盖',
  }[refused];
}
