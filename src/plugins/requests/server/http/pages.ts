import { plainPage } from '../../../disclosure/server/http/plain-page';
import { escapeHtml } from '../../../disclosure/server/rules/escape-html';
import { APPLICANT_KINDS } from '../../shared/applicants';
import { DELIVERIES, ID_TYPES, MEDIA } from '../../shared/choices';
import type { StatusTold } from '../../shared/contract';
import type { Key } from '../acts/applicant';
import { kindPart } from './correction-form';
import { alert, type Filled, facts, fieldset, hidden, input, select, textarea } from './fields';
import { attachmentsField, filesSection } from './file-fields';
import { ownNotices } from './own-notices';

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
  '<p>以下联系方式至少填写一项:</p>',
  input({ name: 'applicant.phone', label: '联系电话', type: 'tel', autocomplete: 'tel' }, filled),
  input({ name: 'applicant.email', label: '电子邮箱', type: 'email', autocomplete: 'email' }, filled),
  input({ name: 'applicant.address', label: '通信地址', autocomplete: 'street-address' }, filled),
  input({ name: 'applicant.postcode', label: '邮政编码', autocomplete: 'postal-code' }, filled),
)}
${fieldset(
  kind.legend,
  '<p>至少填写一项:</p>',
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

/** The code, once. */
export const submittedPage = (queryCode: string, message: string): string =>
  plainPage(
    '申请已提交',
    `<section><h2>查询码</h2><p class="code">${escapeHtml(queryCode)}</p></section><p>${escapeHtml(message)}</p>
<p><a href="/api/requests/follow">查询办理情况</a></p>`,
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

/** Where a request stands, and what the applicant can do. */
export function statusPage(status: StatusTold, key: Key, messages: readonly string[] = []): string {
  const keep = hidden('queryCode', key.queryCode) + hidden('idLast4', key.idLast4);
  const form = (act: string, content: string, button: string, plain = false) =>
    `<form method="post" action="/api/requests/follow">${keep}${hidden('act', act)}${content}<p><button${plain ? ' class="plain"' : ''}>${button}</button></p></form>`;
  const { waitsFor, answer } = status;
  const asked =
    waitsFor &&
    {
      correction: form(
        'correct',
        textarea({ name: 'wanted.description', label: '补正后的申请内容', required: true }, {}),
        '提交补正',
      ),
      reason: form('giveReason', textarea({ name: 'text', label: '理由', required: true }, {}), '提交理由'),
      payment: '',
    }[waitsFor.what];
  return plainPage(
    '办理情况',
    `${alert(messages)}
<section><h2>${escapeHtml(status.stateLabel)}</h2>${facts([
      ['申请编号', status.number],
      ['承办机关', status.departmentName],
      ['提交日期', status.submittedOn],
      ['收到日期', status.receivedOn],
      ['答复期限', answer ? null : status.dueOn],
    ])}</section>
${waitsFor ? `<section><h2>需要您办理</h2><p>${escapeHtml(waitsFor.text)}</p><p>请在${escapeHtml(waitsFor.until)}前办理。</p>${asked}</section>` : ''}
${
  answer
    ? `<section><h2>答复</h2>${facts([
        ['办理结果', answer.outcomeLabel],
        ['答复日期', answer.answeredOn],
        ['答复内容', answer.text],
        ['理由和依据', answer.reasons],
        ['法律依据', answer.basis],
        ['救济途径', answer.remedies],
      ])}<form method="post" action="/api/requests/answer">${keep}${hidden('format', 'pdf')}<button>下载答复书(PDF)</button></form></section>`
    : ''
}
${ownNotices(status.notices, keep)}
${filesSection(status.files, keep)}
${status.parts.length > 0 ? `<section><h2>拆分办理的申请</h2>${facts(status.parts.map(({ number, stateLabel, dueOn }) => [number ?? '', `${stateLabel}${dueOn ? `,答复期限${dueOn}` : ''}`] as const))}</section>` : ''}
${
  status.maySuggest
    ? `<section><h2>建议主动公开</h2><p>您认为这些信息涉及公众利益调整、需要公众广泛知晓或者需要公众参与决策的，可以建议主动公开。</p>${form('suggest', textarea({ name: 'text', label: '建议和理由', required: true }, {}), '提出建议', true)}</section>`
    : ''
}
${status.mayWithdraw ? `<section><h2>撤回申请</h2><p>撤回后不再办理。</p>${form('withdraw', '', '撤回申请', true)}</section>` : ''}`,
  );
}
