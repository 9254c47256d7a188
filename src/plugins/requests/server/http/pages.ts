import { plainPage } from '../../../disclosure/server/http/plain-page';
import { escapeHtml } from '../../../disclosure/server/rules/escape-html';
import { APPLICANT_KINDS } from '../../shared/applicants';
import { DELIVERIES, ID_TYPES, MEDIA } from '../../shared/choices';
import type { Key } from '../acts/applicant';
import { kindPart } from './correction-form';
import { alert, type Filled, fieldset, hidden, input, select, textarea } from './fields';
import { attachmentsField } from './file-fields';
import { keyFields } from './key-fields';

type Department = { code: string; label: string };

/** 申请表: the elements of 条例第二十九条, and nothing more. */
export const applicationPage = (
  departments: readonly Department[],
  once: string,
  filled: Filled = {},
  messages: readonly string[] = [],
): string => {
  const kind = kindPart(filled);
  return plainPage(
    kind.title,
    `${alert(messages)}
<p>填写后会得到一个查询码。已有查询码的，请到<a href="/api/requests/follow">查询办理情况</a>。怎样申请、怎样收费、受理地点，见<a href="/api/requests/guide">政府信息公开指南</a>。${kind.other}</p>
<form method="post" action="/api/requests/form" enctype="multipart/form-data">${hidden('once', once)}${kind.hidden}
${fieldset('向哪个机关申请', select({ name: 'department', label: '机关', required: true }, departments, filled))}
${fieldset(
  '申请人',
  select({ name: 'applicant.kind', label: '申请人类型', required: true }, APPLICANT_KINDS, filled),
  input({ name: 'applicant.name', label: '姓名或者单位名称', required: true, autocomplete: 'name' }, filled),
  select({ name: 'applicant.idType', label: '证件类型', required: true }, ID_TYPES, filled),
  input({ name: 'applicant.idNumber', label: '证件号码', required: true }, filled),
  input({ name: 'applicant.contactName', label: '联系人', hint: '单位申请的填写' }, filled),
  '<p>以下联系方式至少填写一项：</p>',
  input({ name: 'applicant.phone', label: '联系电话', type: 'tel', autocomplete: 'tel' }, filled),
  input({ name: 'applicant.email', label: '电子邮箱', type: 'email', autocomplete: 'email' }, filled),
  input({ name: 'applicant.address', label: '通信地址', autocomplete: 'street-address' }, filled),
  input({ name: 'applicant.postcode', label: '邮政编码', autocomplete: 'postal-code' }, filled),
)}
${fieldset(
  kind.legend,
  '<p>至少填写一项：</p>',
  input({ name: 'wanted.name', label: '信息名称' }, filled),
  input({ name: 'wanted.docNo', label: '文号' }, filled),
  textarea({ name: 'wanted.description', label: '其他特征描述', hint: '如时间、事项、发文机关' }, filled),
  kind.evidence,
)}
${fieldset(
  '获取方式',
  select({ name: 'form.medium', label: '载体形式', required: true }, MEDIA, filled),
  select({ name: 'form.delivery', label: '获取方式', required: true }, DELIVERIES, filled),
)}
${attachmentsField()}
<p>您的身份信息和附件加密保存，只供办理本申请使用。</p>
<button>提交申请</button></form>`,
  );
};

/** The code, once, with the way on: a phone cannot keep it and open the next page by itself. */
export const submittedPage = (key: Key, message: string): string =>
  plainPage(
    '申请已提交',
    `<section><h2>查询码</h2><p class="code">${escapeHtml(key.queryCode)}</p><p>请现在抄下来或者截屏保存，离开本页后不再显示。</p></section>
<section><h2>接下来</h2><p>${escapeHtml(message)}</p>
<form method="post" action="/api/requests/follow">${keyFields(key)}<button>查看办理情况</button></form></section>`,
  );

export const keyPage = (filled: Filled = {}, messages: readonly string[] = []): string =>
  plainPage(
    '查询办理情况',
    `${alert(messages)}<form method="post" action="/api/requests/follow">${fieldset(
      '查询',
      input({ name: 'queryCode', label: '查询码', required: true, autocomplete: 'off' }, filled),
      input({ name: 'idLast4', label: '证件号码后四位', required: true, autocomplete: 'off' }, filled),
    )}<button>查询</button></form><p><a href="/api/requests/form">提出新的申请</a></p>`,
  );
