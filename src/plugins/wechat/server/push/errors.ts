/** What follows from an error: ask for a new token, try again, wait for the next day, stop all, give up this entry. */
export type ErrorKind = 'token' | 'retry' | 'tomorrow' | 'stop' | 'entry';

type Known = { kind: ErrorKind; advice: string };

const TOKEN: Known = { kind: 'token', advice: '公众号的访问凭证失效，系统会自动更换后再试' };

/** Codes of WeChat's interface, and what a person should do (the public error list; 45009's 次日恢复 is 待核实). */
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
  45011: { kind: 'retry', advice: '调用太频繁，稍后自动再试' },
  40007: { kind: 'entry', advice: '封面图片或草稿在公众号里已不存在，请点“重试”重新生成' },
  45002: { kind: 'entry', advice: '正文太长，请删减后更正发布，再重试' },
  45003: { kind: 'entry', advice: '标题太长，请缩短后更正发布，再重试' },
  40005: { kind: 'entry', advice: '图片的类型不对，请换成 JPG 或 PNG 图片' },
  40009: { kind: 'entry', advice: '图片太大，请换成较小的图片' },
  53600: { kind: 'entry', advice: '公众号里已没有这篇文章' },
};

/** @param code `errcode` of WeChat's answer */
export const meaningOf = (code: number): Known =>
  KNOWN[code] ?? {
    kind: 'entry',
    advice: `微信接口返回错误 ${code}，请系统管理员查看微信公众平台的错误码说明后重试`,
  };

/** WeChat has answered, with an error. */
export class WechatError extends Error {
  readonly kind: ErrorKind;
  readonly advice: string;

  constructor(
    readonly code: number,
    /** what WeChat says itself, without secrets */
    readonly says: string,
  ) {
    super(`errcode ${code}: ${says}`);
    const { kind, advice } = meaningOf(code);
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
