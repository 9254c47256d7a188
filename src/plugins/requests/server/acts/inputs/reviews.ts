import { z } from 'zod';
import { told, words } from './common';

const review = (label: string) =>
  z.strictObject({
    ...told,
    result: z.enum(['passed', 'returned'], '请选择“通过”或者“退回修改”'),
    opinion: words(`${label}意见`, 1_000),
  });

export const REVIEW_INPUTS = { legalReview: review('法律顾问审查'), secrecyReview: review('保密审查') };
