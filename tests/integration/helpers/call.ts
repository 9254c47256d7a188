/** An HTTP answer, read. */
export type Answer = {
  status: number;
  /** the parsed JSON; null where there is none */
  body: Body;
  text: string;
  headers: Headers;
  /** `error.details.code`, or that of the first GraphQL error */
  code: string | null;
};
type ErrorBody = { message?: string; details?: { code?: string } & Record<string, unknown> };
// biome-ignore lint/suspicious/noExplicitAny: answers of every shape are looked into
type Body = any;

export type Call = { method?: string; body?: unknown; headers?: Record<string, string> };

/** Sends one request and reads the whole answer. */
export async function call(
  address: string,
  { method = 'GET', body, headers = {} }: Call = {},
): Promise<Answer> {
  const response = await fetch(address, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed = parse(text);
  return { status: response.status, body: parsed, text, headers: response.headers, code: codeOf(parsed) };
}

function parse(text: string): Body {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function codeOf(body: Body): string | null {
  const error = body?.error as ErrorBody | undefined;
  const graphql = body?.errors?.[0]?.extensions?.error as ErrorBody | undefined;
  return error?.details?.code ?? graphql?.details?.code ?? null;
}
