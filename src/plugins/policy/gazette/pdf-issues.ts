import type { Issue } from '../../disclosure/server/gate/completeness';
import type { Release } from '../../disclosure/server/gate/release';
import type { DocumentUid } from '../../disclosure/server/types';
import { SLUG } from '../common';

const GAZETTE_ISSUE = `plugin::${SLUG}.gazette-issue` as DocumentUid;

/** An issue is published with its whole text as one PDF. */
export const pdfIssues: Release['issues'] = async ({ documentId }, { strapi }): Promise<Issue[]> => {
  const row = (await strapi.db.query(GAZETTE_ISSUE).findOne({
    select: ['id'],
    where: { documentId, publishedAt: null },
    populate: { attachments: { select: ['mime'] } },
  })) as { attachments?: { mime: string }[] } | null;
  const files = row?.attachments ?? [];
  return files.length === 1 && files[0]?.mime === 'application/pdf'
    ? []
    : [{ field: 'attachments', message: '公报全文：附件须有且只有一个PDF文件' }];
};
