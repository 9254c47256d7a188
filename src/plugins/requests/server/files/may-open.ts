import type { Scan } from '../../shared/files';

/**
 * Why a file may not be opened now, as a sentence; null: it may. Where a scanner is set up, what it has not seen is given to
 * nobody; where there is none, files are marked as 未查毒.
 */
export function whyClosed(scan: Scan, hasScanner: boolean): string | null {
  if (scan === 'infected') return '查出病毒，内容已删除';
  return hasScanner && scan !== 'clean' ? '正在等待查毒，请稍后再试' : null;
}

/** What a file is marked with: one that waited for a scanner that is no longer set up has not been scanned. */
export const shownScan = (scan: Scan, hasScanner: boolean): Scan => {
  if (scan === 'waiting' && !hasScanner) return 'unscanned';
  return scan === 'unscanned' && hasScanner ? 'waiting' : scan;
};
