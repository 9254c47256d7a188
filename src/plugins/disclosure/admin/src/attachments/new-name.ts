const MAX_NAME = 120;

/** The name of a file as typed, with its ending; or what is wrong with it, as a sentence. */
export function newName(typed: string, ending: string): { name: string } | { problem: string } {
  const base = typed.trim();
  if (base === '') return { problem: '请填写名称' };
  if (/[\\/:*?"<>|]/.test(base)) return { problem: '名称里不能有 \\ / : * ? " < > |' };
  if (base.length > MAX_NAME) return { problem: `名称不能超过 ${MAX_NAME} 个字` };
  return { name: base.toLowerCase().endsWith(ending.toLowerCase()) ? base : `${base}${ending}` };
}
