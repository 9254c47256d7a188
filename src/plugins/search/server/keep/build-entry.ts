import type { Entry } from '../index/search-index';
import { buildTerms } from '../terms/build-terms';
import type { Segmenter } from '../text/segment';
import { textlessOf } from './file-texts';
import type { Source } from './load-sources';

/** The entry of a live publication. */
export function buildEntry(source: Source, segmenter: Segmenter): Entry {
  const { documentId, title, domain, owner, kind, theme, publishedAt, datedOn, standing, fileTexts } = source;
  return {
    ...{ documentId, title, domain, owner, kind, theme, publishedAt, datedOn, standing },
    terms: buildTerms(source, segmenter),
    textless: textlessOf(fileTexts),
    unread: fileTexts.some(({ status }) => status === null),
  };
}
