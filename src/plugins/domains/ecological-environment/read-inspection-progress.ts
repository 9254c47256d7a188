import type { Core } from '@strapi/strapi';
import { liveOf } from '../../disclosure/server/read-model/live-of';
import { todayInShanghai } from '../../disclosure/server/rules/dates';
import { SLUG } from './bulletin';
import type { InspectionLevel, RectificationState } from './inspection-finding';
import { buildInspectionProgress } from './inspection-progress';

/** How far the findings that are public now are rectified. */
export async function readInspectionProgress(strapi: Core.Strapi) {
  const findings = await liveOf(strapi, {
    kind: 'inspection-finding',
    uid: `plugin::${SLUG}.inspection-finding`,
  });
  return buildInspectionProgress(
    findings.map(({ documentId, title, url, attributes }) => ({
      documentId,
      title,
      url,
      level: attributes.inspectionLevel as InspectionLevel,
      issueNo: String(attributes.issueNo),
      measure: String(attributes.measure),
      responsibleUnit: String(attributes.responsibleUnit),
      rectifyBy: String(attributes.rectifyBy),
      progress: Number(attributes.progress),
      state: attributes.rectification as RectificationState,
    })),
    todayInShanghai(),
  );
}
