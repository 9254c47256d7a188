import type { DeskCatalogueRow, DeskRule } from '../../../server/desk/contract';

export type ActName = 'confirm' | 'correct' | 'split' | 'merge' | 'retire';

export const ACTS: Record<ActName, { label: string; ask: string; danger?: true }> = {
  confirm: {
    label: '核实',
    ask: '对照公开文本无误后，该事项不再标“待核实”。请写明文本名称，以及网址或文号。',
  },
  correct: { label: '更正', ask: '更正后的内容立即对公众可见，原内容留在经过里。' },
  split: {
    label: '拆分',
    ask: '拆成几个新的事项，代码自动取下一个。已公开的信息仍在原事项下，可以查到；责任部门一并承接。',
  },
  merge: {
    label: '合并',
    ask: '把其他事项并入本事项。已公开的信息不动，在本事项下也能查到；责任部门合并到本事项。',
  },
  retire: { label: '停用', ask: '停用后不能再录入，已公开的信息仍可查到。停用不能撤销。', danger: true },
};

/** What the dialog holds; texts of several lines are lists, an entry a line. */
export type ActForm = {
  reason: string;
  title: string;
  url: string;
  docNo: string;
  level1: string;
  level2: string;
  timeLimit: string;
  publisher: string;
  contentElements: string;
  legalBasis: string;
  note: string;
  rules: DeskRule[];
  /** names of the new rows, one a line */
  parts: string;
  rows: string[];
};

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const orNull = (text: string): string | null => text.trim() || null;

export const emptyForm = (row: DeskCatalogueRow): ActForm => ({
  reason: '',
  title: '',
  url: '',
  docNo: '',
  level1: row.level1 ?? '',
  level2: row.level2 ?? '',
  timeLimit: row.timeLimit ?? '',
  publisher: row.publisher ?? '',
  contentElements: row.contentElements.join('\n'),
  legalBasis: row.legalBasis.join('\n'),
  note: row.note ?? '',
  rules: row.timeLimitRules,
  parts: '',
  rows: [],
});

/** The texts that the person has changed: what she left alone stays as it is. */
function changedTexts(form: ActForm, row: DeskCatalogueRow): object {
  const before = emptyForm(row);
  const values = {
    level1: form.level1.trim(),
    level2: orNull(form.level2),
    timeLimit: orNull(form.timeLimit),
    publisher: orNull(form.publisher),
    contentElements: lines(form.contentElements),
    legalBasis: lines(form.legalBasis),
    note: orNull(form.note),
  };
  const changed = Object.entries(values).filter(
    ([name]) => form[name as keyof typeof values] !== before[name as keyof typeof values],
  );
  const rules = form.rules === before.rules ? {} : { timeLimitRules: form.rules };
  return { ...Object.fromEntries(changed), ...rules };
}

/** The body of the act, as the server takes it. */
export function bodyOf(act: ActName, form: ActForm, row: DeskCatalogueRow): object {
  const reason = form.reason.trim();
  switch (act) {
    case 'confirm':
      return {
        reason,
        evidence: { title: form.title.trim(), url: orNull(form.url), docNo: orNull(form.docNo) },
      };
    case 'correct':
      return { reason, values: changedTexts(form, row) };
    case 'split':
      return { reason, rows: lines(form.parts).map((level2) => ({ level2 })) };
    case 'merge':
      return { reason, rows: form.rows };
    default:
      return { reason };
  }
}

/** Whether enough is entered for the act to be tried; the server checks it all. */
export function isComplete(act: ActName, form: ActForm, row: DeskCatalogueRow): boolean {
  if (form.reason.trim() === '') return false;
  if (act === 'confirm') return form.title.trim() !== '' && Boolean(orNull(form.url) || orNull(form.docNo));
  if (act === 'split') return lines(form.parts).length >= 2;
  if (act === 'merge') return form.rows.length > 0;
  return act !== 'correct' || Object.keys(changedTexts(form, row)).length > 0;
}
