import type { Core } from '@strapi/strapi';
import { viewDesk } from '../desk/view';
import type { RegisteredType } from '../domain/registry';
import { refuse, toError } from '../errors';
import { perform } from '../gate/perform';
import { loadWorkingCopy } from '../gate/working-copy';
import { maskVersions } from '../versions/mask-versions';
import { maskValues } from './mask-values';
import { privacySettings } from './settings';

export type MaskInput = { phones?: boolean | undefined; expectedVersion?: number | undefined };
/** How many numbers were masked, and the attachments that have to be replaced by hand. */
export type Masked = { masked: number; files: string[] };

/**
 * 一键遮盖: an edit like any other, in which the numbers that were found are replaced by their masked form.
 * Attachments cannot be changed; their names are answered. In earlier versions of the text the numbers are
 * masked as well.
 *
 * @throws DisclosureError as an edit does
 */
export async function maskPersonalData(
  strapi: Core.Strapi,
  type: RegisteredType,
  documentId: string,
  { phones = false, expectedVersion }: MaskInput,
): Promise<Masked> {
  // says who may know what is found
  const { findings } = await viewDesk(strapi, type, documentId);
  const files = findings.flatMap(({ level, file }) => (level === 'sure' && file ? [file] : []));
  const draft = await loadWorkingCopy(strapi, type.uid, documentId);
  if (!draft) throw toError(refuse('NOT_FOUND'));
  const masking = { settings: privacySettings(strapi), phones };
  const { data, count } = maskValues(type, draft, masking);
  if (count > 0) {
    const input = {
      expectedVersion: expectedVersion ?? Number(draft.version),
      comment: `遮盖个人信息${count}处`,
    };
    await perform(strapi, { verb: 'edit', uid: type.uid, documentId, data, input });
    await maskVersions(strapi, type, documentId, masking);
  }
  return { masked: count, files: [...new Set(files)] };
}
