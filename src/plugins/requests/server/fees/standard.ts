import { FREE_PIECES, PAGES, SECOND_STEP, STEP } from './fees';

export type FeeTier = { range: string; price: string };

const NEXT_STEPS = 3;

/** The tiers of 信息处理费 as a guide lists them (国办函〔2020〕109号), from the figures that fees are computed of. Pure. */
export function feeStandard(): { piece: FeeTier[]; volume: FeeTier[] } {
  const later = Array.from({ length: NEXT_STEPS }, (_step, index) => {
    const first = SECOND_STEP + index * STEP.pieces + 1;
    return { range: `第${first}至${first + STEP.pieces - 1}件`, price: `每件${(index + 2) * STEP.yuan}元` };
  });
  return {
    piece: [
      { range: `第1至${FREE_PIECES}件`, price: '不收费' },
      { range: `第${FREE_PIECES + 1}至${SECOND_STEP}件`, price: `每件${STEP.yuan}元` },
      ...later,
      { range: '更多', price: `每增加${STEP.pieces}件，每件的收费标准提高${STEP.yuan}元` },
    ],
    volume: [
      { range: `${PAGES[0]?.above ?? 0}页以下（含）`, price: '不收费' },
      ...PAGES.map(({ above, yuan }, index) => {
        const end = PAGES[index + 1]?.above;
        return { range: end ? `第${above + 1}至${end}页` : `第${above + 1}页以上`, price: `每页${yuan}元` };
      }),
    ],
  };
}
