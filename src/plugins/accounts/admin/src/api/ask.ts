/** Why a request was refused: a sentence for the person, and the code. */
export type Refused = { message: string; code: string | null };
export type Asked<T> = { data: T; refused: null } | { data: null; refused: Refused };

type Answer<T> = { data?: T; error?: { message?: string; details?: { code?: string } } };

const backend = (): string => (window as unknown as { strapi: { backendURL: string } }).strapi.backendURL;

const OFFLINE: Refused = { message: '连不上服务器，请检查网络后再试', code: null };

/**
 * Asks the server outside of the panel's store: before somebody is signed in, with a token that the panel
 * does not know yet.
 */
export async function ask<T>(path: string, token: string | null, body?: object): Promise<Asked<T>> {
  try {
    const response = await fetch(`${backend()}${path}`, {
      method: body ? 'POST' : 'GET',
      credentials: 'include',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const answer = (await response.json()) as Answer<T>;
    if (response.ok && answer.data !== undefined) return { data: answer.data, refused: null };
    return {
      data: null,
      refused: {
        message: answer.error?.message ?? '没有办成，请稍后再试',
        code: answer.error?.details?.code ?? null,
      },
    };
  } catch {
    return { data: null, refused: OFFLINE };
  }
}
