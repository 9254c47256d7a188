import { DISPUTES } from '../../../requests/server/annual-report/checks';
import { APPLICANT_KINDS } from '../../../requests/shared/applicants';
import { columnLabel, disputeLabel } from '../shared/labels';
import type { Numbers } from '../shared/numbers';
import type { TextCode } from '../shared/sections';
import type { Facts } from './facts';

const MOST_DOMAINS = 6;

const listed = (parts: readonly string[]): string => parts.join('、');

/** Sentences that people may take over into the parts that they write: only what is counted, no praise. Pure. */
export function proposalsOf(year: number, numbers: Numbers, facts: Facts): Partial<Record<TextCode, string>> {
  return {
    proactive: proactive(year, numbers, facts),
    onRequest: onRequest(year, numbers, facts),
    platform: `截至统计之日，政务公开平台上正在公开的信息共${facts.live}条，公众可以检索、订阅，也可以通过数据接口获取。`,
  };
}

function proactive(year: number, { documents }: Numbers, facts: Facts): string {
  const total = facts.published.reduce((sum, { count }) => sum + count, 0);
  const named = facts.published.slice(0, MOST_DOMAINS).map(({ name, count }) => `${name}${count}条`);
  const rest = facts.published.length > MOST_DOMAINS ? '等' : '';
  const { made, repealed, inForce } = documents.normative;
  return [
    `${year}年主动公开政府信息${total}条${total > 0 ? `，其中${listed(named)}${rest}` : ''}。`,
    `制发行政规范性文件${made}件，废止、失效${repealed}件，年末现行有效${inForce}件。`,
    facts.interpretations > 0 ? `发布政策解读${facts.interpretations}篇。` : '',
    total > 0 ? `按期公开${total - facts.late}条，超过公开期限${facts.late}条。` : '',
  ].join('');
}

function onRequest(year: number, { requests, disputes }: Numbers, facts: Facts): string {
  const of = (line: string, column = 'total') =>
    (requests[line] as Record<string, number> | undefined)?.[column] ?? 0;
  const kinds = APPLICANT_KINDS.filter(({ code }) => of('newReceived', code) > 0).map(
    ({ code }) => `${columnLabel(code)}${of('newReceived', code)}件`,
  );
  const disputed = DISPUTES.map((line) => `${disputeLabel(line)}${disputes[line].total}件`);
  return [
    `${year}年新收政府信息公开申请${of('newReceived')}件${kinds.length > 0 ? `（${listed(kinds)}）` : ''}，上年结转${of('carriedOver')}件。`,
    `办结${of('totalProcessed')}件，其中予以公开${of('granted')}件、部分公开${of('partialGrant')}件；结转下年度继续办理${of('carriedForward')}件。`,
    facts.meanDays === null
      ? ''
      : `自收到申请至作出答复平均${facts.meanDays.toFixed(1)}个工作日（含补正、征求意见等时间），延长答复期限${facts.extended}件，超过期限答复${facts.overdue}件。`,
    `因政府信息公开工作被申请行政复议、提起行政诉讼：${listed(disputed)}。`,
  ].join('');
}
