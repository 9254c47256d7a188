/** A request that was refused; `message` is a sentence for the person. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

const CHINESE = /[\u4e00-\u9fff]/;

/** The sentence in a refusal of the server; what is not for people is not shown to them. */
export function sentenceIn(answer: unknown): string | null {
  const said = (answer as { error?: { message?: string } } | null)?.error?.message ?? '';
  return CHINESE.test(said) ? said : null;
}
