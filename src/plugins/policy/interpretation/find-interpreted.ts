import type { Core } from '@strapi/strapi';
import type { Values } from '../../disclosure/server/types';
import { interpretedTypes } from './find-interpretations';

/** The working copy of a document that can be interpreted, of whatever type; null when there is none. */
export async function findInterpreted(strapi: Core.Strapi, documentId: string): Promise<Values | null> {
  for (const { uid } of interpretedTypes(strapi)) {
    const document = await strapi.db
      .query(uid)
      .findOne({ select: ['documentId', 'title', 'owner'], where: { documentId, publishedAt: null } });
    if (document) return document as Values;
  }
  return null;
}
