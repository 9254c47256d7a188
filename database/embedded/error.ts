/** The embedded database cannot be used; `message` is one Chinese sentence that says what to do. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError';
}
