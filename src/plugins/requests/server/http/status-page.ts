import { plainPage } from '../../../disclosure/server/http/plain-page';
import { escapeHtml } from '../../../disclosure/server/rules/escape-html';
import type { StatusTold } from '../../shared/contract';
import type { Key } from '../acts/applicant';
import { answersSection } from './answers-section';
import { alert, facts, hidden, input, textarea } from './fields';
import { filesSection } from './file-fields';
import { keyFields } from './key-fields';
import { ownNotices } from './own-notices';
import { partsSection } from './parts-section';
import { section, words } from './sections';

type Form = (act: string, content: string, button: string, plain?: boolean) => string;

/** Where a request stands, what it waits for, and what the applicant can do. `done`: what she has just done, in words. */
export function statusPage(
  status: StatusTold,
  key: Key,
  messages: readonly string[] = [],
  done: string | null = null,
): string {
  const keep = keyFields(key);
  const form: Form = (act, content, button, plain = false) =>
    `<form method="post" action="/api/requests/follow">${keep}${hidden('act', act)}${content}<p><button${plain ? ' class="plain"' : ''}>${button}</button></p></form>`;
  return plainPage(
    '办理情况',
    [
      alert(messages),
      done ? `<p class="done" role="status">${escapeHtml(done)}</p>` : '',
      key.part ? backToWhole(key) : '',
      standing(status),
      waiting(status, form),
      answersSection(status, keep),
      filesSection(status.files, keep),
      partsSection(status.parts, key),
      ownNotices(status.notices, keep),
      suggesting(status, form),
      withdrawing(status, form),
      '<p><a href="/api/requests/follow">查询另一件申请</a></p>',
    ].join('\n'),
  );
}

const backToWhole = ({ queryCode, idLast4 }: Key): string =>
  `<form method="post" action="/api/requests/follow">${keyFields({ queryCode, idLast4 })}<p>这是拆分办理的一件。</p><p><button class="plain">返回原申请</button></p></form>`;

/** What is due when, and what comes next. */
function standing(status: StatusTold): string {
  const { wanted, answer } = status;
  const asked = wanted && [wanted.name, wanted.docNo, wanted.description].filter(Boolean).join('\n');
  return section(
    status.stateLabel,
    `${facts([
      ['申请编号', status.number],
      ['承办机关', status.departmentName],
      ['申请的内容', asked],
      ['提交日期', status.submittedOn],
      ['收到日期', status.receivedOn],
      ['答复期限', answer ? null : due(status)],
      ['归档日期', status.archivedOn],
    ])}${status.consultations.map((one) => words(consultationWords(one))).join('')}${nextStep(status)}`,
  );
}

const due = ({ dueOn, dueIsProvisional }: StatusTold): string | null =>
  dueOn && `${dueOn}${dueIsProvisional ? '（征求意见期间，按工作日顺延）' : ''}`;

function consultationWords({
  whom,
  sentOn,
  through,
  isOpen,
  workingDays,
}: StatusTold['consultations'][number]): string {
  const basis = '不计入答复期限（条例第三十三条第三款）';
  return isOpen
    ? `${sentOn}起征求${whom}的意见，还没有答复。征求意见的时间${basis}，截至今天${workingDays}个工作日。`
    : `${sentOn}至${through}征求${whom}的意见，${workingDays}个工作日${basis}。`;
}

function nextStep({ receivedOn, dueOn, answer, waitsFor }: StatusTold): string {
  if (answer || waitsFor) return '';
  if (!receivedOn) return words('下一步：工作人员与您确认收到申请的日期并登记，从确认的次日起计算答复期限。');
  return dueOn ? words('下一步：承办机关不迟于答复期限作出答复，答复书可以在本页下载。') : '';
}

/** What she is asked for, as it was written to her, with what she has asked for to correct it in. */
function waiting({ waitsFor, wanted }: StatusTold, form: Form): string {
  if (!waitsFor) return '';
  const filled = {
    'wanted.name': wanted?.name ?? '',
    'wanted.docNo': wanted?.docNo ?? '',
    'wanted.description': wanted?.description ?? '',
  };
  const asked = {
    correction: form(
      'correct',
      `<p>请在原来填写的内容上修改、补充，再提交：</p>${input({ name: 'wanted.name', label: '信息名称' }, filled)}${input({ name: 'wanted.docNo', label: '文号' }, filled)}${textarea({ name: 'wanted.description', label: '补正后的申请内容', hint: '如年度、事项、发文机关' }, filled)}`,
      '提交补正',
    ),
    reason: form('giveReason', textarea({ name: 'text', label: '理由', required: true }, {}), '提交理由'),
    payment: '',
  }[waitsFor.what];
  return section(
    '需要您办理',
    `${words(waitsFor.text)}<p>请不迟于<strong>${escapeHtml(waitsFor.until)}</strong>办理。${OVERDUE[waitsFor.what]}</p>${asked}`,
  );
}

const OVERDUE: Record<NonNullable<StatusTold['waitsFor']>['what'], string> = {
  correction: '没有正当理由逾期不补正的，视为放弃申请；补正后，答复期限重新计算。',
  reason: '理由不合理的，不予处理。',
  payment: '逾期不缴纳的，视为放弃申请；缴纳后，答复期限从次日起重新计算。',
};

const suggesting = ({ maySuggest }: StatusTold, form: Form): string =>
  maySuggest
    ? section(
        '建议主动公开',
        `<p>您认为这些信息涉及公众利益调整、需要公众广泛知晓或者需要公众参与决策的，可以建议主动公开。</p>${form('suggest', textarea({ name: 'text', label: '建议和理由', required: true }, {}), '提出建议', true)}`,
      )
    : '';

/** Not to be undone, so not by one touch. The box has no name: it is asked for, and not sent. */
const withdrawing = ({ mayWithdraw }: StatusTold, form: Form): string =>
  mayWithdraw
    ? section(
        '撤回申请',
        `<p>撤回后不再办理，也不能恢复；需要的可以重新申请。</p>${form('withdraw', '<p class="sure"><input id="sure" type="checkbox" required><label for="sure">我确定撤回这件申请</label></p>', '撤回申请', true)}`,
      )
    : '';
