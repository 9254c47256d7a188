/** Seals bytes so that they open with the same key for the same owner alone, and not after any change. */
export type Box = {
  seal(key: Buffer, owner: string, bytes: Uint8Array): Buffer;
  /** @throws Error when it was changed, is another owner's or was sealed with another key */
  open(key: Buffer, owner: string, sealed: Uint8Array): Buffer;
};
