import { escapeHtml } from '../../../disclosure/server/rules/escape-html';
import { sizeText } from '../../../disclosure/shared/upload-rules';
import type { FileForApplicant } from '../../shared/files';
import { ACCEPT } from '../../shared/files';
import { fieldset, hidden } from './fields';

/** Where files are chosen in the form of an application; a browser cannot fill it in again. */
export const attachmentsField = (): string =>
  fieldset(
    '附件',
    `<label for="attachments">附件 <small>选填</small> <small>如身份证明、授权委托书；更正表单后须重新选择</small></label><input id="attachments" name="attachments" type="file" multiple accept="${ACCEPT}">`,
  );

/** The applicant's own files and those of the answer, each with its download; `keep` carries her code. */
export function filesSection(files: readonly FileForApplicant[], keep: string): string {
  const listed = (of: FileForApplicant['of'], heading: string) => {
    const some = files.filter((file) => file.of === of);
    if (some.length === 0) return '';
    return `<section><h2>${heading}</h2>${some.map((file) => item(file, keep)).join('')}</section>`;
  };
  return listed('answer', '随答复提供的文件') + listed('application', '您提交的附件');
}

function item({ id, name, size, why }: FileForApplicant, keep: string): string {
  const label = `${escapeHtml(name)}（${sizeText(size)}）`;
  if (why) return `<p>${label} <small>${escapeHtml(why)}</small></p>`;
  return `<form method="post" action="/api/requests/file">${keep}${hidden('file', id)}<p>${label}</p><button class="plain" aria-label="下载${escapeHtml(name)}">下载</button></form>`;
}
