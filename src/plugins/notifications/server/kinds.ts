import type { Channel, NoticeKind } from './contract';

type Kind = {
  name: string;
  hint: string;
  /** what a person gets who has chosen nothing */
  channel: Channel;
};

/** What people are told of. The order is that of the preferences page and of an e-mail. */
export const KINDS: Record<NoticeKind, Kind> = {
  returned: { name: '退回给您', hint: '您录入的信息被退回，需要修改', channel: 'mail' },
  submitted: { name: '提交给您审核', hint: '有信息等待您审核', channel: 'mail' },
  approved: { name: '审核通过，待您发布', hint: '有信息等待您发布', channel: 'daily' },
  passed: { name: '您的信息审核通过', hint: '您录入的信息审核通过，等待发布', channel: 'daily' },
  published: { name: '您的信息已发布', hint: '您录入的信息已经对社会公开', channel: 'daily' },
  ratify: { name: '紧急发布，待补办审核', hint: '信息已经紧急公开，等待您补办审核', channel: 'daily' },
  'schedule-failed': {
    name: '定时发布没有成功',
    hint: '到了设定的时间，信息不能发布，已回到待发布',
    channel: 'mail',
  },
  withdrawn: { name: '公开办责令撤回', hint: '本部门公开的信息被责令撤回', channel: 'daily' },
  transferred: { name: '移交给本部门', hint: '其他部门的信息移交给本部门负责', channel: 'daily' },
  due: { name: '即将到期', hint: '3个工作日内到公开期限，还没有公开', channel: 'daily' },
  overdue: { name: '已超过公开期限', hint: '每个工作日一条，列出件数', channel: 'daily' },
  evaluation: { name: '有效期将满，请评估', hint: '本部门文件的有效期即将届满', channel: 'daily' },
  interpretation: { name: '文件还没有解读', hint: '本部门文件发布后须按期解读', channel: 'daily' },
  regulation: { name: '法规有新版本', hint: '本部门公开的法规文本不是最新的官方文本', channel: 'daily' },
  wechat: {
    name: '公众号草稿需要处理',
    hint: '本部门信息的公众号草稿没有推送成功，或者需要人处理',
    channel: 'daily',
  },
  'wechat-stopped': {
    name: '公众号停止推送',
    hint: '微信拒绝了公众号的账号设置，或者当天的调用次数用完，草稿停止推送',
    channel: 'mail',
  },
  'request-new': {
    name: '收到信息公开申请',
    hint: '有人向本部门申请公开信息，或者公开办转来申请',
    channel: 'mail',
  },
  'request-applicant': {
    name: '申请人有新的办理',
    hint: '申请人补正、缴费、说明理由或者撤回申请',
    channel: 'mail',
  },
  'request-review': {
    name: '申请的答复待您审核',
    hint: '信息公开申请的答复等待您审查、审核',
    channel: 'mail',
  },
  'request-answer': {
    name: '您起草的答复有结果',
    hint: '您起草的答复被退回，或者审核通过、待发出',
    channel: 'mail',
  },
  'request-due': { name: '申请的答复期限临近', hint: '信息公开申请还没有答复，期限将满', channel: 'mail' },
  'request-overdue': { name: '申请超过答复期限', hint: '信息公开申请超过期限没有答复', channel: 'mail' },
  'request-deadline': {
    name: '申请的答复期限变动',
    hint: '工作日日历变动，或者第三方期满没有答复，答复期限重新计算',
    channel: 'daily',
  },
  'request-frequent': {
    name: '多人申请，建议主动公开',
    hint: '多人申请相同的信息（条例第四十四条）',
    channel: 'daily',
  },
  'annual-report': { name: '年度报告待公布', hint: '本部门上一年度的报告还没有公布', channel: 'daily' },
  'webhook-paused': { name: '数据推送已暂停', hint: '对方连续多日没有接收，推送自动暂停', channel: 'mail' },
};

export const KIND_NAMES = Object.keys(KINDS) as NoticeKind[];
export const CHANNELS = ['panel', 'mail', 'daily', 'none'] as const satisfies readonly Channel[];

/** The channel of a kind for a person. */
export const channelOf = (kind: NoticeKind, chosen: Partial<Record<NoticeKind, Channel>>): Channel =>
  chosen[kind] ?? KINDS[kind].channel;
