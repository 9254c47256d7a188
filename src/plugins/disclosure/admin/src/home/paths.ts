/** The list of a content type in Strapi's content manager, as a path inside the panel. */
export const listPath = (uid: string): string => `/content-manager/collection-types/${uid}`;

export const documentPath = (uid: string, documentId: string): string => `${listPath(uid)}/${documentId}`;

/** The list filtered to one state, newest first. */
export function statePath(uid: string, state: string): string {
  const query = new URLSearchParams([
    ['page', '1'],
    ['pageSize', '20'],
    ['sort', 'updatedAt:DESC'],
    ['filters[$and][0][state][$eq]', state],
  ]);
  return `${listPath(uid)}?${query}`;
}
