import type { DocumentCells, ResolveDepartments } from '.';
import { escapeHtml } from './media-text';

export type Task = { title: string; text: string; departments: string[] };
export type WorkPriorities = {
  title: string;
  introduction: string;
  parts: { title: string; tasks: Task[] }[];
};

const NUMERAL = '[一二三四五六七八九十]+';
const PART = new RegExp(`^${NUMERAL}、(.+?)[。.]?$`);
const TASK = new RegExp(`^${NUMERAL}是(.+)$`);
/** Who sees to a task stands in brackets at its end: （区发改委、区司法局分别牵头落实）. */
const WHO = /[(\uff08]([^()\uff08\uff09]*(?:牵头|负责|落实)[^()\uff08\uff09]*)[)\uff09]\s*$/;
const DUTY_WORDS = /(按照?职责)?(分工)?(分别|共同)?(牵头|负责)?(落实|办理|实施)?$/;
const FEWEST_TASKS = 3;

/**
 * Reads a text of 工作要点: parts (一、…), tasks (一是…), and after each task who sees to it. Null when the
 * text is something else.
 */
export function parseWorkPriorities(text: string): WorkPriorities | null {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const [first = ''] = lines;
  const [title = '', ...introduction] = first.split(/[:\uff1a]/);
  const parts: WorkPriorities['parts'] = [];
  for (const line of lines.slice(1)) {
    const part = PART.exec(line)?.[1];
    const task = TASK.exec(line)?.[1];
    if (part) parts.push({ title: part, tasks: [] });
    else if (task) parts.at(-1)?.tasks.push(parseTask(task));
  }
  const count = parts.reduce((sum, { tasks }) => sum + tasks.length, 0);
  return count < FEWEST_TASKS ? null : { title, introduction: introduction.join(':'), parts };
}

function parseTask(line: string): Task {
  const who = WHO.exec(line);
  const text = who ? line.slice(0, who.index) : line;
  const [title = ''] = text.split('。');
  return { title, text: text.slice(title.length + 1), departments: namesIn(who?.[1] ?? '') };
}

/** 区市管局、区司法局分别牵头落实 → both names; 区发改委及各专项规划部门 → both. */
function namesIn(text: string): string[] {
  return text
    .split(/[、,;\uff0c\uff1b及和]/)
    .map((name) => name.trim().replace(DUTY_WORDS, ''))
    .filter(Boolean);
}

/**
 * The document: the text with its headings, and a table that says for each task who sees to it, with the
 * present names of the departments. A name that nobody knows stands as it is, and marked.
 */
export function renderWorkPriorities(
  { title, introduction, parts }: WorkPriorities,
  resolve: ResolveDepartments,
): DocumentCells {
  const all = parts.flatMap(({ tasks }) => tasks);
  const sections = parts.map(({ title: part, tasks }) =>
    [`<h2>${escapeHtml(part)}</h2>`, ...tasks.map(section)].join('\n'),
  );
  const rows = all.map(
    (task, index) =>
      `<tr><td>${index + 1}</td><td>${escapeHtml(task.title)}</td><td>${task.departments.map(escapeHtml).join('、')}</td>` +
      `<td>${task.departments.map((name) => describe(name, resolve)).join('、')}</td></tr>`,
  );
  const table = [
    '<h2>任务分工</h2>',
    '<table><thead><tr><th>序号</th><th>任务</th><th>责任部门（原文）</th><th>责任部门（现名）</th></tr></thead>',
    `<tbody>${rows.join('\n')}</tbody></table>`,
  ];
  const known = new Set(
    all.flatMap(({ departments }) => departments).flatMap((name) => singles(name, resolve)),
  );
  return {
    标题: title,
    正文: [`<p>${escapeHtml(introduction)}</p>`, ...sections, ...table].join('\n'),
    关键词: [...known].join('、').slice(0, 255),
    任务数: all.length,
  };
}

const section = ({ title, text, departments }: Task): string =>
  [
    `<h3>${escapeHtml(title)}</h3>`,
    text ? `<p>${escapeHtml(text)}</p>` : '',
    departments.length > 0 ? `<p>责任部门：${departments.map(escapeHtml).join('、')}</p>` : '',
  ]
    .filter(Boolean)
    .join('\n');

/** A group (各街办) is told by its own name and its number; an unknown name is marked. */
function describe(name: string, resolve: ResolveDepartments): string {
  const found = resolve(name);
  if (found.length === 1) return escapeHtml(found[0]?.name ?? name);
  return escapeHtml(found.length > 1 ? `${name}（${found.length}个）` : `${name}（待核实）`);
}

/** The departments that a name stands for by itself; groups would name everybody. */
function singles(name: string, resolve: ResolveDepartments): string[] {
  const found = resolve(name);
  return found.length === 1 ? found.map((department) => department.name) : [];
}
