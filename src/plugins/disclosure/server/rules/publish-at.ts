import { shanghaiDateOf } from './dates';

/**
 * Milliseconds between the scheduling and the publication, at least: longer than any cache may keep an
 * answer (`MAX_LIFETIME_S` and `MAX_STALE_S` in cache-lifetime.ts), so that none given before shows the publication late.
 */
export const LEAD_MS = 60_000;

const MS_PER_DAY = 86_400_000;

type Wish = {
  /** ISO 8601 with its offset */
  publishAt: string | undefined;
  now: Date;
  /** how far ahead one may schedule */
  maxDays: number;
  /** 公示截止日期, `YYYY-MM-DD` */
  takeDownOn: string | null;
};

/**
 * Whether something may be published at an instant to come.
 *
 * @returns the instant, or the sentence that says what is wrong with it
 */
export function readPublishAt({ publishAt, now, maxDays, takeDownOn }: Wish): Date | string {
  if (!publishAt) return '请填写定时发布的日期和时间';
  const at = new Date(publishAt);
  if (Number.isNaN(at.getTime())) return '定时发布的时间有误，请按“年-月-日 时：分”填写';
  if (at.getTime() - now.getTime() < LEAD_MS) return '定时发布的时间须在1分钟以后；要现在公开的，请直接发布';
  if (at.getTime() - now.getTime() > maxDays * MS_PER_DAY) return `定时发布最多提前${maxDays}天设定`;
  if (takeDownOn && shanghaiDateOf(at) > takeDownOn) {
    return `公示截止日期(${takeDownOn})早于定时发布的时间，发布后随即撤下；请核对`;
  }
  return at;
}
