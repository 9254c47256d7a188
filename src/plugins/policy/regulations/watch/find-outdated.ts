import type { LivePublication } from '../../../disclosure/server/read-model/live-of';
import type { Regulation } from '../corpus/find-regulations';
import { LEGAL_TEXT } from '../legal-text';
import type { OutdatedText } from './contract';

/** The texts whose official version is older than the newest one, those in force for longest first. Pure. */
export function findOutdated(
  texts: readonly LivePublication[],
  regulations: ReadonlyMap<string, Regulation>,
  today: string,
): OutdatedText[] {
  return texts
    .flatMap(({ documentId, title, owner, ownerName, publishedAt, attributes }) => {
      const regulation = regulations.get(String(attributes.regulation));
      const textVersionOn = String(attributes.textVersionOn);
      if (!regulation || regulation.latestOn <= textVersionOn) return [];
      const { id, latestOn, inForceFrom } = regulation;
      return {
        ...{ documentId, uid: LEGAL_TEXT.uid, title, owner, ownerName, publishedAt, textVersionOn },
        ...{ regulation: id, latestOn, inForceFrom, isInForce: inForceFrom <= today },
      };
    })
    .sort((a, b) => a.inForceFrom.localeCompare(b.inForceFrom));
}
