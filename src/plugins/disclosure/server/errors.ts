import { errors } from '@strapi/utils';

/** The closed list of error codes with the HTTP status of each and its sentence for a person. */
export const ERROR_CODES = {
  NO_ACTOR: [403, '无法确认您代表哪个部门：请用部门账号登录，或联系区政务公开办为该账号设置所属部门'],
  NOT_RESPONSIBLE: [
    403,
    '本部门不是该事项的公开责任主体，不能新建；请由责任部门录入，或联系区政务公开办调整责任分工',
  ],
  NOT_OWNER: [403, '谁公开、谁负责：只有该信息的责任部门可以办理此操作'],
  NEEDS_SECOND_REVIEWER: [403, '本人录入或修改过的信息须由另一位审核人员审核'],
  DUTY_REQUIRED: [403, '您的岗位没有办理此操作的职责'],
  NOT_ALLOWED: [403, '您没有办理此操作的权限'],
  STALE_VERSION: [409, '该信息已被他人修改，请刷新后再操作'],
  INVALID_TRANSITION: [409, '当前状态不能办理此操作'],
  TOO_LATE: [409, '法定期限已过，不能办理此操作'],
  REASON_REQUIRED: [400, '请填写理由'],
  INVALID_CONTENT: [400, '内容还不完整或有误，请按提示修改'],
  PERSONAL_DATA_FOUND: [400, '内容中有个人信息，请遮盖后再提交'],
  INVALID_INPUT: [400, '提交的内容有误'],
  INVALID_QUERY: [400, '查询参数有误'],
  INVALID_CURSOR: [400, '翻页游标无效，请从第一页重新查询'],
  INVALID_CREDENTIALS: [400, '登录名或密码不正确'],
  ACCOUNT_LOCKED: [403, '登录失败次数过多，已暂时锁定，请稍后再试'],
  PASSWORD_CHANGE_REQUIRED: [403, '请先修改密码：初始密码或到期的密码只能用来修改密码'],
  SECOND_FACTOR_REQUIRED: [403, '请输入动态码'],
  SECOND_FACTOR_SETUP_REQUIRED: [403, '您的岗位须使用动态码登录，请先绑定'],
  TOO_MANY_REQUESTS: [429, '请求太多，请过一会儿再试'],
  INVALID_API_KEY: [401, '接口密钥不正确或已停用，请联系区政务公开办'],
  QUOTA_EXCEEDED: [429, '已达到接口密钥的限额，请稍后再试'],
  TOO_LARGE: [413, '文件过大，请压缩或拆分后再提交'],
  FILE_REFUSED: [400, '不能接收这个文件，请另存为 PDF、OFD、Word、Excel 或图片后再提交'],
  INFECTED_FILE: [422, '文件中查出病毒，没有保存，请清除病毒后再提交'],
  FILE_NOT_SCANNED: [409, '文件正在等待查毒，请稍后再试'],
  REDACTION_FAILED: [422, '没有做成遮盖件，请按提示处理'],
  NOT_FOUND: [404, '没有找到该信息'],
  WITHDRAWN: [410, '该信息已撤回'],
  MAIL_NOT_CONFIGURED: [503, '本网站还没有开通邮件订阅（没有设置邮件服务器），请联系区政务公开办'],
  BUSY: [429, '服务器正忙，请稍后再试'],
} as const satisfies Record<string, readonly [number, string]>;

export type ErrorCode = keyof typeof ERROR_CODES;

/**
 * A refusal that a person can act on. An ApplicationError, so that Strapi's REST, GraphQL and admin
 * layers keep its message and details; the HTTP status is set by the `errors` middleware.
 */
export class DisclosureError extends errors.ApplicationError {
  readonly status: number;
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message?: string, details: Record<string, unknown> = {}) {
    super(message ?? ERROR_CODES[code][1], { code, ...details });
    this.code = code;
    this.status = ERROR_CODES[code][0];
  }
}

/** What a rule answers when it says no. */
export type Refusal = { code: ErrorCode; message: string; details?: Record<string, unknown> };

/** A refusal with the code's own sentence, or with a more exact one. */
export const refuse = (code: ErrorCode, message?: string, details?: Record<string, unknown>): Refusal => ({
  code,
  message: message ?? ERROR_CODES[code][1],
  ...(details ? { details } : {}),
});

export const toError = (refusal: Refusal): DisclosureError =>
  new DisclosureError(refusal.code, refusal.message, refusal.details);
