import type { DocumentCells, ResolveDepartments } from '.';
import { escapeHtml } from './media-text';
import { readTextFile } from './read-text-file';
import { parseWorkPriorities, renderWorkPriorities } from './work-priorities';

const TITLE_LENGTH = 100;

/** Reads a plain text: 工作要点 with their tasks and departments, else the first line as title. */
export async function readText(file: string, resolve: ResolveDepartments): Promise<DocumentCells> {
  const text = await readTextFile(file);
  const priorities = parseWorkPriorities(text);
  if (priorities) return renderWorkPriorities(priorities, resolve);
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const [first = '', ...others] = lines;
  const hasTitle = first.length <= TITLE_LENGTH;
  const body = (hasTitle ? others : lines).map((line) => `<p>${escapeHtml(line)}</p>`).join('\n');
  return { 标题: hasTitle ? first : '', 正文: body };
}
