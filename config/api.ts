export default {
  rest: {
    defaultLimit: 20,
    maxLimit: 100,
    withCount: true,
    // Unknown top-level parameters reached the database in CVE-2026-27886 and CVE-2024-56143.
    strictParams: true,
  },
  documents: { strictParams: true, strictRelations: true },
};
