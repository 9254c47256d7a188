import type { Core } from '@strapi/strapi';
import { liveOf } from '../../../disclosure/server/read-model/live-of';
import { findRegulations } from '../corpus/find-regulations';
import { LEGAL_TEXT } from '../legal-text';
import type { OutdatedText } from './contract';
import { findOutdated } from './find-outdated';

/** The legal texts of a department, or of all, and those among them that are outdated: two statements. */
export async function loadOutdated(
  strapi: Core.Strapi,
  today: string,
  owner: string | null = null,
): Promise<{ texts: number; outdated: OutdatedText[] }> {
  const texts = await liveOf(strapi, LEGAL_TEXT, owner ? { owner } : {});
  const named = texts.flatMap(({ attributes }) =>
    attributes.regulation ? String(attributes.regulation) : [],
  );
  const regulations = await findRegulations(strapi.db.connection, [...new Set(named)]);
  return { texts: texts.length, outdated: findOutdated(texts, regulations, today) };
}
