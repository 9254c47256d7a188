import { textsOf } from './document/texts';
import { type AttachedFile, attachedFiles, isCurrent } from './files/attached-files';
import { fileFindings, notYetChecked } from './files/file-findings';
import { type Finding, findingsIn } from './findings';
import { sealKey, sealOf } from './seal';
import { privacySettings } from './settings';
import { otherTexts, type TextSourceContext } from './text-sources';

/** A list of findings that long is as bad as any longer one. */
const MAX_FINDINGS = 5000;

export type Inspection = {
  findings: Finding[];
  /** attachments whose text has not been read since they were last changed */
  unread: AttachedFile[];
};

/**
 * Looks for personal data in everything of a document that would become public: its fields, what other
 * parts keep for it, and the texts of its attachments as they were read before. Without attachments and
 * other parts it asks the database nothing.
 */
export async function inspect(context: TextSourceContext & { hasFiles: boolean }): Promise<Inspection> {
  const { strapi, type, draft, hasFiles, trx } = context;
  const settings = privacySettings(strapi);
  const key = sealKey(strapi);
  const findings: Finding[] = [];
  for (const text of textsOf(type, draft)) {
    findings.push(...findingsIn(text, settings, sealOf(key, text.field)));
  }
  for await (const text of otherTexts(context)) {
    findings.push(...findingsIn(text, settings, sealOf(key, text.field)));
    if (findings.length > MAX_FINDINGS) break;
  }
  const files = hasFiles ? await attachedFiles(strapi, type, Number(draft.id), trx) : [];
  const unread = files.filter((file) => !isCurrent(file, settings));
  for (const file of files) {
    findings.push(...(unread.includes(file) ? [notYetChecked(type, file)] : fileFindings(type, file)));
  }
  return { findings, unread };
}
