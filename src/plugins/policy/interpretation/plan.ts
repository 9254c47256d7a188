/** 解读安排: whether a document waits for its interpretation, goes before it, or has none. */
export const PLANS = [
  { value: 'together', label: '与文件同步发布' },
  { value: 'follow', label: '文件发布后解读' },
  { value: 'exempt', label: '不作解读（须说明理由）' },
] as const;
export type Plan = (typeof PLANS)[number]['value'];

/** Whether the documents of a row may go before their interpretation. */
export const mayFollow = (row: unknown, together: readonly string[]): boolean =>
  !together.includes(String(row));

/** An interpretation on its way: where its working copy stands. */
export type Draft = { title: string; stateName: string; ready: boolean };

/**
 * What stands in the way of publishing a document without its interpretation. Pure.
 *
 * @param hasLive an interpretation of it is public already
 */
export function missingInterpretation(
  plan: unknown,
  hasLive: boolean,
  drafts: readonly Draft[],
): string | null {
  if (plan !== 'together' || hasLive || drafts.some(({ ready }) => ready)) return null;
  const [draft] = drafts;
  return draft
    ? `解读《${draft.title}》还是“${draft.stateName}”，须先提交并审核通过，再随文件一起发布`
    : '政策解读：请先新建“政策解读”并选择本文件，审核通过后随文件一起发布；不作解读的，请退回后在“解读安排”说明理由';
}

/** Whether a document that was to be interpreted within some days has not been, on a day. Pure. */
export const isLate = (dueOn: unknown, interpretations: number, on: string): boolean =>
  typeof dueOn === 'string' && dueOn !== '' && dueOn < on && interpretations === 0;
