/** A start that cannot go on; `message` is one Chinese sentence that says what to do. */
export class StartFailure extends Error {
  override name = 'StartFailure';
}
