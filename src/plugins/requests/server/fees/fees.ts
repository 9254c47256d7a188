/**
 * 信息处理费 by 国办函〔2020〕109号: by piece (按件) or by volume (按量), never both for one request. Charging is a
 * decision of people; here is only what it may be at most.
 */
export const FEE_BASES = ['piece', 'volume'] as const;
export type FeeBasis = (typeof FEE_BASES)[number];

/** Pieces of an applicant in a calendar month that cost nothing; then each step of 10 raises the price by 100 yuan. */
export const FREE_PIECES = 10;
export const SECOND_STEP = 30;
export const STEP = { pieces: 10, yuan: 100 };

/** Yuan a page between one page count and the next. */
export const PAGES: readonly { above: number; yuan: number }[] = [
  { above: 30, yuan: 10 },
  { above: 100, yuan: 20 },
  { above: 200, yuan: 40 },
];

/**
 * What the n-th piece of an applicant in a calendar month costs, in yuan.
 *
 * @param ordinal 1 for the first
 */
export function feeOfPiece(ordinal: number): number {
  assertCount(ordinal, 1, '件数');
  if (ordinal <= FREE_PIECES) return 0;
  if (ordinal <= SECOND_STEP) return STEP.yuan;
  return STEP.yuan * (1 + Math.ceil((ordinal - SECOND_STEP) / STEP.pieces));
}

/** What so many sides of A4 or smaller cost, in yuan. */
export function feeOfPages(pages: number): number {
  assertCount(pages, 0, '页数');
  return PAGES.reduce((sum, { above, yuan }, index) => {
    const end = PAGES[index + 1]?.above ?? Number.POSITIVE_INFINITY;
    return sum + Math.max(0, Math.min(pages, end) - above) * yuan;
  }, 0);
}

/** The tiers by volume, in words. */
export const VOLUME_TIERS = '30页以下不收费，31至100页每页10元，101至200页每页20元，201页以上每页40元';

export type FeeProposal = { basis: FeeBasis; yuan: number; explanation: string };

/** What a request may be charged on one basis, with its explanation. */
export function proposeFee(
  basis: FeeBasis,
  { ordinal, pages }: { ordinal: number; pages: number },
): FeeProposal {
  if (basis === 'piece') {
    const yuan = feeOfPiece(ordinal);
    return { basis, yuan, explanation: `申请人当月第${ordinal}件，按件计收，每件${yuan}元` };
  }
  const yuan = feeOfPages(pages);
  return {
    basis,
    yuan,
    explanation: `共${pages}页，按量计收：${VOLUME_TIERS}，计${yuan}元`,
  };
}

function assertCount(value: number, least: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < least) throw new RangeError(`${what}须是不小于${least}的整数`);
}
