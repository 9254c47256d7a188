/**
 * Where the panel shows what a notification is about. Pure.
 *
 * @param uid a content type, or a page of the panel to which the id is added (`/plugins/requests?id=`)
 */
export const placeOf = (uid: string, documentId: string): string =>
  uid.startsWith('/')
    ? `${uid}${encodeURIComponent(documentId)}`
    : `/content-manager/collection-types/${uid}/${documentId}`;
