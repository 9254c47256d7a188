import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { RegisteredType } from '../domain/registry';
import { privacySettings } from '../privacy/settings';
import { previewRoster } from '../rosters/preview';
import { assertMayUpload, uploadRoster } from '../rosters/upload';
import { parseRosterRequest } from './roster-request';

/** Answers an upload, or its preview, whichever door it came through. */
export async function answerUpload(
  strapi: Core.Strapi,
  type: RegisteredType,
  documentId: string,
  ctx: Context,
): Promise<void> {
  const { preview, expectedVersion, wishes, open } = parseRosterRequest(ctx);
  const target = { type, documentId, input: { expectedVersion } };
  await assertMayUpload(strapi, target);
  const source = await open();
  try {
    const data = preview
      ? await previewRoster(source, wishes, privacySettings(strapi))
      : await uploadRoster(strapi, target, source, wishes);
    ctx.status = preview ? 200 : 201;
    ctx.body = { data };
  } finally {
    await source.close();
  }
}
