import { STRUCTURED } from '../../disclosure/server/domain/base-fields';
import type { TypeManifest } from '../../disclosure/server/domain/manifest';
import { DisclosureError, refuse, toError } from '../../disclosure/server/errors';
import { isLive } from '../../disclosure/server/gate/working-copy';
import type { Values } from '../../disclosure/server/types';
import { FIXED_ROW, ROWS, SLUG, scopeOfRow, text } from '../common';
import { findInterpreted } from './find-interpreted';

/** 解读形式. */
const FORMS = [
  { value: 'text', label: '文字解读' },
  { value: 'pictures', label: '图解、漫画' },
  { value: 'video', label: '视频、音频' },
  { value: 'press-conference', label: '新闻发布会' },
  { value: 'interview', label: '在线访谈' },
  { value: 'questions', label: '问答' },
  { value: 'case', label: '事例讲解' },
  { value: 'expert', label: '专家解读' },
  { value: 'media', label: '媒体解读' },
  { value: 'head', label: '负责人解读' },
];

const element = (label: string, hint?: string) => ({
  label,
  type: 'text' as const,
  maxLength: 3000,
  ...(hint ? { hint } : {}),
});

/** 政策解读: of a document of the same department (谁起草、谁解读), public with it or after it. */
export const interpretation: TypeManifest = {
  singular: 'interpretation',
  plural: 'interpretations',
  name: '政策解读',
  base: 'record',
  kind: 'interpretation',
  only: ['catalogueItem', ...STRUCTURED.filter((name) => name !== 'docNo')],
  fields: {
    interprets: {
      label: '所解读的文件',
      type: 'choice',
      source: `${SLUG}.own-documents`,
      requiredToSubmit: true,
      hint: '本部门起草的文件，未公开的也可以选：解读随它一起发布',
    },
    form: { label: '解读形式', type: 'choice', choices: FORMS, requiredToSubmit: true },
    background: element('背景依据'),
    goals: element('目的意义、目标任务'),
    scope: element('适用范围'),
    standards: element('执行标准和期限'),
    attention: element('注意事项'),
    terms: element('关键词诠释'),
    differences: element('新旧政策差异'),
    benefits: element('惠民利民举措'),
    interpreter: { label: '解读机关、解读人', type: 'string', requiredToSubmit: true },
    contact: { label: '咨询电话', type: 'string', maxLength: 60 },
    mediaLink: { label: '音视频、访谈地址', type: 'string', hint: '以 https:// 开头' },
  },
  adjust: { ...FIXED_ROW, body: { label: '主要内容' } },
  scopeOf: scopeOfRow,
  scopeHint: '',
  lookedUpBy: ['interprets'],
  async prepare({ interprets }, { strapi, owner }) {
    if (interprets) await assertOwnDocument(strapi, String(interprets), owner);
    return { catalogueItem: ROWS.interpretation };
  },
  validate: ({ mediaLink }) =>
    text(mediaLink) && !/^https:\/\/[^\s]+$/.test(String(mediaLink))
      ? [{ field: 'mediaLink', message: '“音视频、访谈地址”须以 https:// 开头' }]
      : [],
  placeOf: ({ interprets }) => ({ subjectId: text(interprets), facet: null, item: null }),
  linksOf: ({ interprets, formedOn }) =>
    text(interprets) ? [{ relation: 'interprets', target: String(interprets), on: String(formedOn) }] : [],
  release: {
    issues: async ({ interprets }, { strapi, trx }) =>
      (await isLive(strapi, String(interprets), trx))
        ? []
        : [
            {
              field: 'interprets',
              message: '所解读的文件还没有公开：请发布该文件，审核通过的解读随它一起发布',
            },
          ],
  },
};

/** @throws DisclosureError INVALID_INPUT, NOT_OWNER */
async function assertOwnDocument(
  strapi: Parameters<typeof findInterpreted>[0],
  documentId: string,
  owner: Values['owner'],
): Promise<void> {
  const document = await findInterpreted(strapi, documentId);
  if (!document) {
    throw new DisclosureError('INVALID_INPUT', '所解读的文件不存在，或者不是可以解读的文件，请重新选择');
  }
  if (document.owner !== owner) {
    throw toError(refuse('NOT_OWNER', '谁起草、谁解读：只能解读本部门的文件，其他部门的文件由该部门解读'));
  }
}
