/** What follows from an error: ask for a new token, try again, wait for the next day, stop all, give up this entry. */
export type ErrorKind = 'token' | 'retry' | 'tomorrow' | 'stop' | 'entry';

type Known = { kind: ErrorKind; advice: string };

const TOKEN: Known = { kind: 'token', advice: '公众号的访问凭证失效，系统会自动更换后再试' };

/** Codes of WeChat's interface, and what a person should do: the public error list; 40243, 45110,
 * 45166, 89503 and 45009's 次日恢复 are known from use alone. */
const KNOWN: Readonly<Record<number, Known>> = {
  [-1]: { kind: 'retry', advice: '微信系统繁忙，稍后自动再试' },
  40001: TOKEN,
  40014: TOKEN,
  42001: TOKEN,
  40013: { kind: 'stop', advice: '公众号的 AppID 不对，请系统管理员核对 WECHAT_APP_ID' },
  40125: { kind: 'stop', advice: '公众号的 AppSecret 不对，请系统管理员核对 WECHAT_APP_SECRET' },
  40164: {
    kind: 'stop',
    advice: '服务器的出口 IP 不在公众号的 IP 白名单里，请管理员在微信公众平台“开发接口管理—基本配置”里加上',
  },
  48001: {
    kind: 'stop',
    advice: '这个公众号没有该接口的权限（发表接口须为已认证的账号），请在微信公众平台查看接口权限',
  },
  45009: { kind: 'tomorrow', advice: '今天的接口调用次数已用完，明天自动继续' },
  40243: { kind: 'stop', advice: '公众号的 AppSecret 已被冻结，请管理员在微信公众平台解冻' },
  48004: { kind: 'stop', advice: '公众号的接口被微信封禁，请管理员登录微信公众平台查看原因' },
  50002: { kind: 'stop', advice: '公众号受限（可能被冻结或注销），请管理员登录微信公众平台查看' },
  89503: { kind: 'stop', advice: '微信要求公众号管理员确认本服务器的 IP，请管理员在微信里确认' },
  45011: { kind: 'retry', advice: '调用太频繁，稍后自动再试' },
  40007: { kind: 'entry', advice: '封面图片或草稿在公众号里已不存在，请点“重试”重新生成' },
  45002: { kind: 'entry', advice: '正文太长，请删减后更正发布，再重试' },
  45003: { kind: 'entry', advice: '标题太长，请缩短后更正发布，再重试' },
  45004: { kind: 'entry', advice: '摘要太长，请在“公众号摘要”里写短一些，再重试' },
  45110: { kind: 'entry', advice: '作者（责任部门的名称）太长，请系统管理员处理' },
  45166: {
    kind: 'entry',
    advice: '正文里有公众号不接受的内容（如外部链接、特殊格式），请更正发布以后再重试',
  },
  40005: { kind: 'entry', advice: '图片的类型不对，请换成 JPG 或 PNG 图片' },
  40009: { kind: 'entry', advice: '图片太大，请换成较小的图片' },
  45001: { kind: 'entry', advice: '图片太大，请换成较小的图片' },
  53600: { kind: 'entry', advice: '公众号里已没有这篇文章' },
};

/** @param says what WeChat says itself: where nobody knows the code, its own words are what there is to go by */
export const meaningOf = (code: number, says = ''): Known =>
  KNOWN[code] ?? {
    kind: 'entry',
    advice: `微信接口返回错误 ${code}${says ? `（${says}）` : ''}，请系统管理员查看微信公众平台的错误码说明后重试`,
  };

/** The same, where no token is given: the account is not in order, whichever entry asks. 40001 is a wrong AppSecret here. */
export function meaningAtToken(code: number, says = ''): Known {
  const { kind, advice } = meaningOf(code, says);
  if (kind === 'token') return KNOWN[40125] as Known;
  return kind === 'entry' ? { kind: 'stop', advice: `取不到访问凭证：${advice}` } : { kind, advice };
}

/** A new token is refused as well: trying on at once would not help, and somebody should look. */
export const REFUSED_AGAIN: Known = {
  kind: 'retry',
  advice:
    '换了访问凭证仍被微信拒绝，系统过一会儿再试；一直这样，请系统管理员核对 AppSecret 是否重置过、有没有别的程序在强制刷新凭证',
};

/** WeChat has answered, with an error. */
export class WechatError extends Error {
  readonly kind: ErrorKind;
  readonly advice: string;

  constructor(
    readonly code: number,
    /** what WeChat says itself, without secrets */
    readonly says: string,
    { kind, advice }: Known = meaningOf(code, says),
  ) {
    super(`errcode ${code}: ${says}`);
    this.kind = kind;
    const address =
      code === 40164 ? /\b\d{1,3}(\.\d{1,3}){3}\b|\b[0-9a-f]*(:[0-9a-f]*){2,}\b/i.exec(says)?.[0] : null;
    this.advice = address ? `${advice}：${address}` : advice;
  }
}

/** WeChat has not answered, or with something that is no answer: what was asked may have been done. */
export class NoAnswer extends Error {}

/** Codes that say that there is no such draft (any more). */
export const isGone = (error: unknown): boolean =>
  error instanceof WechatError && (error.code === 40007 || error.code === 53600);
