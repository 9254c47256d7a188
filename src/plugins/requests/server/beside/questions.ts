import type { Wanted } from '../application/schema';

/** Longest question that the search takes. */
const LONGEST = 100;
/** What every application begins and ends with, and nothing public is found by. */
const COURTESY =
  /^(本人|我们?|现|特|依法|依据《[^》]*》|根据《[^》]*》|请|希望|要求|需要|想|向?贵(局|单位|机关)|申请|予以|给予|提供|公开|获取|了解|查询|查阅|复制|有关|相关|以下|下列|[\s\p{P}])+/u;
const ENDING = /(的?(有关|相关)?(信息|情况|内容|材料)|谢谢|[\s\p{P}])+$/u;

/** What is asked for, as questions for the search: its number first, then its name, then the description. Pure. */
export function questionsOf({ name, docNo, description }: Wanted): string[] {
  const told = [name, description].map((text) => (text ?? '').replace(/["“”「」『』-]/g, ' ').trim());
  const asked = told.map((text) => text.replace(COURTESY, '').replace(ENDING, '') || text);
  return [...new Set([docNo?.trim() ?? '', ...asked])]
    .filter((text) => text.length > 1)
    .map((text) => text.slice(0, LONGEST));
}
