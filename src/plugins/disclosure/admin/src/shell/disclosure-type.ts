import { unstable_useDocument } from '@strapi/strapi/admin';

type Attributes = Record<string, { type: string; customField?: string }>;

const CHOICE = 'plugin::disclosure.choice';

/** A disclosure type is known by what the engine keeps on each of its documents. */
export const isDisclosure = (attributes: Attributes | undefined): boolean =>
  attributes?.owner?.customField === CHOICE &&
  attributes.state?.customField === CHOICE &&
  'version' in attributes;

/** The attributes of a content type; undefined until the panel has loaded them. */
export function useAttributes(uid: string): Attributes | undefined {
  const { schema } = unstable_useDocument({ model: uid, collectionType: '' }, { skip: true });
  return schema?.attributes as Attributes | undefined;
}

export const useIsDisclosure = (uid: string): boolean => isDisclosure(useAttributes(uid));
