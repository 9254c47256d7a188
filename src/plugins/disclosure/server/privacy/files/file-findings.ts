import type { RegisteredType } from '../../domain/registry';
import type { Finding } from '../findings';
import { FIND_NAMES } from '../scan/mask';
import type { AttachedFile } from './attached-files';
import type { FileStatus } from './read/budget';

/** Why a reviewer has to look into the file herself. */
const UNCHECKED: Record<Exclude<FileStatus, 'read'>, string> = {
  partial: '部分内容是图片或嵌入的文件，无法检查文字，请人工核对',
  'no-text': '扫描件或空文件，无法检查文字，请人工核对',
  unsupported: '这种格式无法检查文字，请人工核对，或改用 DOCX、XLSX、PDF',
  encrypted: '有打开密码，无法检查文字，请换成没有密码的文件',
  broken: '文件损坏，无法检查文字，请重新上传',
  'too-large': '内容过大，没有全部检查，请人工核对，或拆成几个文件',
  timeout: '读取超时，无法检查文字，请人工核对，或另存后重新上传',
  missing: '找不到文件内容，请重新上传',
};

const about = (type: RegisteredType, { field, name }: AttachedFile) => ({
  field,
  label: type.fields[field]?.label ?? field,
  file: name,
  position: null,
});

/** What the text of an attachment holds, and whether all of it could be read. */
export function fileFindings(type: RegisteredType, file: AttachedFile): Finding[] {
  const { status, finds } = file.read ?? { status: 'missing' as const, finds: [] };
  const found = finds.map((find) => ({ ...about(type, file), ...find, kindName: FIND_NAMES[find.kind] }));
  return status === 'read' ? found : [...found, unchecked(type, file, UNCHECKED[status])];
}

/** For a view between two readings: the file is read when the document is submitted. */
export const notYetChecked = (type: RegisteredType, file: AttachedFile): Finding =>
  unchecked(type, file, '提交时检查');

const unchecked = (type: RegisteredType, file: AttachedFile, why: string): Finding => ({
  ...about(type, file),
  kind: 'unchecked-file',
  kindName: '无法检查文字',
  level: 'warn',
  masked: '',
  context: why,
  place: null,
  seal: '',
});
