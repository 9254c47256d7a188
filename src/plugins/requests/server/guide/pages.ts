import { plainPage } from '../../../disclosure/server/http/plain-page';
import { escapeHtml } from '../../../disclosure/server/rules/escape-html';
import { CHANNELS } from '../../shared/choices';
import { GUIDE_FIELDS } from '../../shared/guide';
import { TERMS } from '../clock/settings';
import type { FeeTier } from '../fees/standard';
import { facts } from '../http/fields';
import type { Settings } from '../settings';
import type { DeskOfOrgan, PublicGuide } from './read-guides';

const list = (items: readonly string[], tag: 'ul' | 'ol' = 'ul') =>
  `<${tag}>${items.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</${tag}>`;

const table = (caption: string, head: readonly [string, string], tiers: readonly FeeTier[]) =>
  `<table><caption>${escapeHtml(caption)}</caption><thead><tr>${head.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('')}</tr></thead><tbody>${tiers
    .map(
      ({ range, price }) => `<tr><th scope="row">${escapeHtml(range)}</th><td>${escapeHtml(price)}</td></tr>`,
    )
    .join('')}</tbody></table>`;

const section = (title: string, content: string) =>
  `<section><h2>${escapeHtml(title)}</h2>${content}</section>`;

const STEPS = [
  `收到申请后登记；申请内容不明确的，${TERMS.correctionNotice}个工作日内一次性告知补正（条例第三十条）`,
  `能够当场答复的当场答复，不能的自收到申请之日起${TERMS.answer}个工作日内答复；需要延长的，经同意并告知申请人，最多延长${TERMS.extension}个工作日（条例第三十三条）`,
  '涉及第三方合法权益或者由几个机关共同制作的，征求意见的时间不计入期限（条例第三十二条至第三十四条）',
  '答复书说明办理结果、理由和依据、救济途径，按申请的方式提供（条例第三十六条、第四十条）',
];

/** 政府信息公开指南 of one organ (条例第十二条): who it is, how to apply, the steps, the fees, the remedies. */
export function guidePage(
  guide: PublicGuide,
  { reconsideration, court }: Pick<Settings, 'reconsideration' | 'court'>,
): string {
  const { desk, fees } = guide;
  const contact = desk
    ? facts(GUIDE_FIELDS.map(({ name, label }) => [label, desk[name]] as const))
    : '<p>本机关的受理地点和联系方式正在填写。网上申请不受影响。</p>';
  return plainPage(
    `${guide.departmentName}政府信息公开指南`,
    `<style>table{border-collapse:collapse;width:100%;margin:.5rem 0}caption{text-align:left;font-weight:600}th,td{border:1px solid #c9cdd4;padding:.25rem .5rem;text-align:left;font-weight:400}thead th{background:#f5f6f8;font-weight:600}</style>
${section('受理机构', `${contact}${guide.publishedOn ? `<p>更新日期：${escapeHtml(guide.publishedOn)}</p>` : ''}`)}
${section('已经公开的信息', '<p>请先看看需要的信息是不是已经公开：主动公开的信息在区政府网站政府信息公开栏目，按公开领域、部门、目录事项和栏目编排，可以检索。</p>')}
${section(
  '怎样申请',
  `<p><a href="${escapeHtml(guide.form)}">网上申请</a>，或者用以下方式提出：</p>${list(
    CHANNELS.filter(({ code }) => code !== 'online').map(({ label }) => label),
  )}<p>申请应当写明（条例第二十九条）：</p>${list([
    '申请人的姓名或者名称、身份证明、联系方式',
    '申请公开的政府信息的名称、文号或者便于查询的其他特征性描述',
    '形式要求，包括获取信息的方式、途径',
  ])}<p>不用说明用途。书写有困难的，可以口头提出，由工作人员代为填写；阅读、视听有困难的，提供必要的帮助。</p>`,
)}
${section('办理步骤', `${list(STEPS, 'ol')}<p><a href="/api/requests/follow">查询办理情况</a></p>`)}
${section(
  '收费标准',
  `<p>依申请提供政府信息不收费；数量、频次明显超过合理范围的，可以收取信息处理费（条例第四十二条、国办函〔2020〕109号）。同一申请只按一种方式计收，收费前书面通知。</p>
${table('按件计收（同一申请人一个自然月内）', ['件数', '标准'], fees.piece)}
${table('按量计收（一件申请的页数）', ['页数', '标准'], fees.volume)}`,
)}
${section(
  '监督和救济',
  `<p>认为本机关在政府信息公开工作中侵犯其合法权益的，可以投诉、举报，也可以依法申请行政复议或者提起行政诉讼（条例第五十一条）。</p>${facts(
    [
      ['行政复议机关', reconsideration],
      ['人民法院', court],
    ],
  )}<p>不予公开的理由是国家秘密、法律行政法规禁止公开、危及国家安全等（条例第十四条）、商业秘密和个人隐私（第十五条）、内部事务和过程性信息（第十六条）的，应当先申请行政复议。</p>`,
)}
<p><a href="/api/requests/guide">其他机关</a></p>`,
  );
}

/** 受理机构目录: every organ that takes applications. */
export const desksPage = (desks: readonly DeskOfOrgan[]): string =>
  plainPage(
    '政府信息公开指南和受理机构',
    `<p>选择机关，查看怎样申请、受理地点、收费标准。也可以直接<a href="/api/requests/form">网上申请</a>。</p>
<section><h2>机关</h2><ul>${desks
      .map(
        ({ departmentName, phone, address, url }) =>
          `<li><a href="${escapeHtml(url)}">${escapeHtml(departmentName)}</a>${[phone, address]
            .filter((text): text is string => Boolean(text))
            .map((text) => `<br>${escapeHtml(text)}`)
            .join('')}</li>`,
      )
      .join('')}</ul></section>`,
  );
