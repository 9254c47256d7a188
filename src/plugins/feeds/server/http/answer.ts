import { createHash } from 'node:crypto';
import type { Context } from 'koa';
import { isKnown } from '../../../disclosure/server/http/known-tag';

/** Answers with a text that was made for this request; its tag follows from it, so a reader who has it gets 304. */
export function answerText(ctx: Context, text: string, type: string, changedAt: Date | null = null): void {
  if (changedAt) ctx.set('Last-Modified', changedAt.toUTCString());
  if (isKnown(ctx, createHash('sha256').update(text).digest('hex'))) return;
  ctx.set('Content-Type', type);
  ctx.body = text;
}
