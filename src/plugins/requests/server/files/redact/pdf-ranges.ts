import type { Region } from '../../../shared/files';
import { fold, occurrences, type Range } from '../../../shared/fold';
import { acrossPages } from './across';
import { type Broken, brokenIn, withoutCovered } from './broken';
import { Chosen, type Removal } from './chosen';
import { linesOf, withoutRanges } from './page-lines';
import type { PdfPage } from './pdf-pages';

export type Ranges = {
  /** what is removed from the text of each page */
  ranges: Range[][];
  removed: number;
  /** texts that stand nowhere */
  missing: string[];
  /** texts that would stay, because their letters are not one behind the other */
  broken: Broken[];
};

/** Where the texts stand on the pages: on one, over the end of one, and in places that only a person can cover. Pure. */
export function rangesOf(
  pages: readonly PdfPage[],
  removals: readonly Removal[],
  regions: readonly Region[],
): Ranges {
  const chosen = new Chosen(removals);
  const ranges = pages.map(({ text }) => chosen.rangesIn(text));
  const lines = pages.map(linesOf);
  // places that are chosen one by one are numbered page by page: one that lies on two is not among them
  const everywhere = removals.filter(({ only }) => !only).map(({ text }) => text);
  const across = pages
    .slice(1)
    .flatMap((_page, index) =>
      acrossPages(lines[index] ?? [], lines[index + 1] ?? [], everywhere).map((one) => ({ ...one, index })),
    );
  const removed = ranges.flat().length + across.length;
  for (const { index, before, behind } of across) {
    ranges[index]?.push(...before);
    ranges[index + 1]?.push(...behind);
  }
  const wanted = removals.map(({ text }) => text);
  const left = pages.map(({ text }, index) => {
    const folded = fold(text);
    // what was not chosen has been looked at and is to stay
    const known = [...(ranges[index] ?? []), ...wanted.flatMap((one) => occurrences(folded, one))];
    return (lines[index] ?? []).map((line) => withoutRanges(line, known));
  });
  const uncovered = left.map((of, index) => {
    const own = regions.filter(({ page }) => page === index + 1);
    const toPage = toShares(pages[index] as PdfPage);
    return own.length === 0 ? of : of.map((line) => withoutCovered(line, own, toPage));
  });
  const divided = brokenIn(left, wanted);
  const found = new Set([...across, ...divided].map(({ text }) => text));
  return {
    ...{ ranges, removed, broken: brokenIn(uncovered, wanted) },
    missing: chosen.missing.filter((text) => !found.has(text)),
  };
}

/** From points of the paper to shares of the page, as regions are told. */
function toShares({ page }: PdfPage): (x: number, y: number) => [number, number] {
  const viewport = page.getViewport({ scale: 1 });
  return (x, y) => {
    const [px, py] = viewport.convertToViewportPoint(x, y);
    return [px / viewport.width, py / viewport.height];
  };
}
