import { DisclosureError } from '../../../../disclosure/server/errors';
import type { FileEnding, PageTold } from '../../../shared/files';
import { redactInThread } from './in-thread';

/**
 * A page of a file for the desk: its text, and of PDF its picture. Of DOCX what a redacted copy would keep.
 *
 * @throws DisclosureError INVALID_INPUT, NOT_FOUND (no such page), REDACTION_FAILED (cannot be read)
 */
export async function lookAtPage(type: FileEnding, bytes: Buffer, page: number): Promise<PageTold> {
  if (type !== 'docx' && type !== 'pdf') {
    throw new DisclosureError('INVALID_INPUT', '只有 DOCX 和 PDF 可以在这里查看，其他格式请下载');
  }
  const answer = await redactInThread({ work: 'page', type, bytes, page });
  if (!answer || !('page' in answer)) {
    throw new DisclosureError('REDACTION_FAILED', '读不出这个文件，请另存为没有密码的 DOCX 或 PDF 后再上传');
  }
  if (!answer.page) throw new DisclosureError('NOT_FOUND', '没有这一页');
  return answer.page;
}
