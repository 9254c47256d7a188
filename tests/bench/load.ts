import autocannon from 'autocannon';

/** Connections of every measurement. */
export const CONNECTIONS = 16;

export type Asked = {
  path: string;
  method?: 'GET' | 'POST';
  body?: string;
  headers?: Record<string, string>;
};
export type Load = { perSecond: number; p50: number; p99: number; total: number };

/**
 * Asks for some addresses in turn, over and over, on sixteen connections.
 *
 * @param options.rate requests a second, altogether; without it as many as are answered
 * @param options.amount requests after which it ends, in place of `seconds`
 */
export async function load(
  url: string,
  asked: readonly Asked[],
  { seconds = 5, rate, amount }: { seconds?: number; rate?: number; amount?: number } = {},
): Promise<Load> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    ...(amount ? { amount } : { duration: seconds }),
    ...(rate ? { overallRate: rate } : {}),
    requests: asked.map(({ path, method = 'GET', body, headers = {} }) => ({
      method,
      path,
      headers,
      ...(body ? { body } : {}),
    })),
  });
  if (result.errors + result.non2xx > 0) {
    throw new Error(`${asked[0]?.path}: ${result.errors} errors, ${result.non2xx} answers of another status`);
  }
  return {
    perSecond: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    total: result.requests.total,
  };
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
