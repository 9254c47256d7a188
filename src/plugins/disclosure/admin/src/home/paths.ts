/** The list of a content type in Strapi's content manager, as a path inside the panel. */
export const listPath = (uid: string): string => `/content-manager/collection-types/${uid}`;

export const documentPath = (uid: string, documentId: string): string => `${listPath(uid)}/${documentId}`;

/** A new entry that is filled in with what its row of the catalogue says. */
export function createPath({
  uid,
  code,
  period,
}: {
  uid: string;
  code: string;
  period: string | null;
}): string {
  const query = new URLSearchParams({ row: code, ...(period ? { period } : {}) });
  return `${listPath(uid)}/create?${query}`;
}

const withDepartment = (path: string, query: Record<string, string>, department: string | null): string =>
  `${path}?${new URLSearchParams({ ...query, ...(department ? { department } : {}) })}`;

/** All documents of a group. */
export const workPath = (group: string, department: string | null): string =>
  withDepartment('/plugins/disclosure/work', { group }, department);

/** The home page as it is for a department. */
export const departmentPath = (department: string): string => withDepartment('/', {}, department);

/** 公开覆盖 of a department. */
export const coveragePath = (department: string | null): string =>
  withDepartment('/plugins/disclosure/coverage', {}, department);
