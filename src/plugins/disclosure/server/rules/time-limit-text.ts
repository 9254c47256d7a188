import { subjectsOf, type TimeLimitRule } from './time-limit-rule';

const ART_26 = '《政府信息公开条例》第二十六条';

/** What happens, as it stands before 之日, 前 or 时. */
const EVENT_NAMES: Readonly<Record<string, string>> = {
  formation: '信息形成',
  formation_or_change: '信息形成或者变更',
  made_or_obtained: '制作或者获取信息',
  obtained_formation_or_change: '信息获取（形成、变更）',
  decision: '作出行政决定',
  application_received: '收到申请',
  people_congress_approval: '本级人民代表大会或者其常务委员会批准',
  finance_dept_reply: '本级政府财政部门批复',
  approval_document_received: '收到批准文件',
  survey_end: '现状调查结束',
  acquisition_notice: '征收土地公告',
  allocation_decided: '分配结果确定',
  allocation_issued: '资金分配结果下达',
  contract_signing: '合同签订',
  award_decision: '中标、成交供应商确定',
  approval: '完成报审程序',
  acceptance: '验收结束',
  consultation_end: '征集活动结束',
  evaluation_report_received: '收到评标报告',
  deal: '成交',
  meeting: '会议召开',
  hearing: '听证举行',
  bid_deadline: '投标截止',
  bid_or_auction_start: '投标截止、公开拍卖或者挂牌起始',
  procurement: '采购活动开始',
  procurement_notice: '采购公告发布',
  award_notice: '中标、成交结果公告',
  acquisition_start: '启动征收土地工作',
};

/** Articles that fix a limit by themselves, by kind, days and start. Other limits come from the catalogue alone. */
const ARTICLES: Readonly<Record<string, string>> = {
  'working_days 20 formation': ART_26,
  'working_days 20 formation_or_change': ART_26,
  'working_days 20 made_or_obtained': ART_26,
  'working_days 20 obtained_formation_or_change': ART_26,
  'working_days 20 application_received': '《政府信息公开条例》第三十三条',
  'working_days 7 decision': '国办发〔2018〕118号',
  'working_days 20 decision': '国办发〔2018〕118号',
  'calendar_days 20 people_congress_approval': '《预算法》第十四条',
  'calendar_days 20 finance_dept_reply': '《预算法》第十四条',
  'working_days 2 award_decision': '《政府采购法实施条例》第四十三条',
  'working_days 2 contract_signing': '《政府采购法实施条例》第五十条',
};

const PERIODS: Readonly<Record<string, string>> = {
  working_days: '个工作日',
  day: '日',
  days: '日',
  week: '周',
  weeks: '周',
  month: '个月',
  months: '个月',
  quarter: '个季度',
  quarters: '个季度',
  year: '年',
  years: '年',
};

/** The events that a rule may count from, with their Chinese names. */
export const EVENTS = Object.entries(EVENT_NAMES).map(([value, label]) => ({ value, label }));

/** The Chinese name of an event code, e.g. 作出行政决定; an unknown code comes back as it is. */
export function eventName(event: string): string {
  return EVENT_NAMES[event] ?? event;
}

/** The article of law that sets this limit, or null when only the standard catalogue does. */
export function articleOf(rule: TimeLimitRule): string | null {
  return ARTICLES[`${rule.kind} ${rule.days} ${rule.from}`] ?? null;
}

/** The rule as one Chinese sentence without its full stop, for the explanation of a due date. */
export function ruleSentence(rule: TimeLimitRule): string {
  const about = subjectsOf(rule)[0] === undefined ? '' : `${aboutWhat(rule)}：`;
  const where = rule.channel ? `（在${rule.channel}）` : '';
  return `${about}${core(rule)}${where}`;
}

/** The kinds of information that the rule is limited to, as Chinese text. */
export function aboutWhat(rule: TimeLimitRule): string {
  return typeof rule.applies_to === 'string' ? rule.applies_to : (rule.applies_to ?? []).join('、');
}

function core(rule: TimeLimitRule): string {
  const event = eventName(rule.from ?? rule.event ?? '');
  switch (rule.kind) {
    case 'working_days':
      return `自${event}之日起${rule.days}个工作日内公开`;
    case 'calendar_days':
      return `自${event}之日起${rule.days}日内公开`;
    case 'realtime':
      return '实时公开，信息一经形成就应公开，没有固定天数';
    case 'promptly':
      return '及时公开，信息形成后尽快公开，没有固定天数';
    case 'immediate':
      return '第一时间公开，信息形成后立即公开，没有固定天数';
    case 'long_term':
      return '长期公开，内容有变化时及时更新，没有固定天数';
    case 'periodic':
      return `每${rule.every ?? 1}${PERIODS[rule.unit ?? ''] ?? rule.unit ?? '期'}更新一次`;
    case 'annual':
      return '每年公开一次';
    case 'min_publicity_period':
      return `公示期不少于${length(rule)}，自公开之日起计算`;
    case 'before_event':
      return rule.days ? `在${event}至少${length(rule)}前公开` : `在${event}前公开`;
    case 'at_event':
      return `在${event}时公开`;
    case 'with_event':
      return `随${event}同时公开`;
    default:
      return '目录中的时限无法识别';
  }
}

function length(rule: TimeLimitRule): string {
  return `${rule.days}${rule.unit?.startsWith('working') ? '个工作日' : '日'}`;
}
