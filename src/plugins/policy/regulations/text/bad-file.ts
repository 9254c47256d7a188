/** A file that is no version of a regulation; its message says what to do about it. */
export class BadFile extends Error {}
