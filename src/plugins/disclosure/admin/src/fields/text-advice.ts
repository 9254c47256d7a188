import { isValidDocNo, normaliseDocNo } from '../../../shared/document-number';
import { normaliseTitle, titleAdvice } from '../../../shared/title';
import type { AdviceText } from './Advice';

/** What is said about a text while it is typed, and how it is written on leaving the field. */
type TextRule = { advise: (text: string) => AdviceText | null; normalise: (text: string) => string };

const warning = (text: string): AdviceText => ({ level: 'warning', text });

const DOCUMENT_NUMBER: TextRule = {
  advise: (text) => {
    const normal = normaliseDocNo(text);
    if (normal === '' || text === normal) {
      return normal === '' || isValidDocNo(normal) ? null : warning('格式应如“青府发〔2021〕5号”');
    }
    return isValidDocNo(normal) ? warning(`离开后写成：${normal}`) : warning('格式应如“青府发〔2021〕5号”');
  },
  normalise: normaliseDocNo,
};

const TITLE: TextRule = {
  advise: (text) => {
    const advice = titleAdvice(text);
    return advice ? warning(advice) : null;
  },
  normalise: normaliseTitle,
};

const RULES: Readonly<Record<string, TextRule>> = { docNo: DOCUMENT_NUMBER, title: TITLE };

export const textRuleOf = (name: string): TextRule | null =>
  Object.hasOwn(RULES, name) ? (RULES[name] ?? null) : null;

/** What is to be said under a text field; the length comes first. */
export function textAdvice(name: string, text: string, maxLength: number | undefined): AdviceText | null {
  if (maxLength !== undefined && text.length > maxLength) {
    return { level: 'error', text: `已有 ${text.length} 个字，最多 ${maxLength} 个字` };
  }
  return textRuleOf(name)?.advise(text) ?? null;
}
