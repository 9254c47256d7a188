import { escapeHtml } from '../../../../disclosure/server/rules/escape-html';
import { codeOf, isAddressUnknown } from '../../../../notifications/server/mail/answers';
import type { Mail } from '../../../../notifications/server/mail/compose';

/** `follow`: where files that the mail does not carry are downloaded */
type Files = { attached: number; left: number; follow: string };
type Told = { label: string; number: string; request: string; files?: Files };

/** The mail with which a notice comes. Who asks, and for what, stands in the attachment alone. Pure. */
export function composeNoticeMail({ label, number, request, files }: Told): Mail {
  const words = `您的政府信息公开申请（申请编号：${request}）的${label}（${number}）见附件。${filesTold(files)}`;
  const note = '本邮件由政务公开系统按您选择的获取方式自动发送，请勿回复。';
  return {
    subject: `[政务公开] ${label}（申请编号：${request}）`,
    text: `您好：\n\n${words}\n\n${note}`,
    html: `<p>您好：</p><p>${escapeHtml(words)}</p><p style="color:#666">${note}</p>`,
  };
}

const filesTold = (files: Files | undefined): string => {
  if (files && files.left > 0)
    return `随答复提供的文件（${files.left}个）没有附在邮件里，请凭查询码下载：${files.follow}`;
  return files && files.attached > 0 ? `随答复提供的文件（${files.attached}个）一并附上。` : '';
};

/** What went wrong, for the desk; never the address. */
export const errorWords = (error: unknown): string =>
  isAddressUnknown(error) ? '收件地址不存在或者拒收' : `邮件服务器没有接收，代码${codeOf(error)}`;
