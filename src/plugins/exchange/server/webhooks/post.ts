import http from 'node:http';
import https from 'node:https';
import type net from 'node:net';
import type { Settings } from '../settings';
import { ForbiddenAddress, guardedLookup, isAllowed, problemOf } from './allowed-address';

/** How a try ended; `status` null: no answer. */
export type Posted = { status: number | null; error: string | null; ms: number };

/** Bytes of an answer that are read, and thrown away: only its status counts. */
const ANSWER_BYTES = 64_000;

/**
 * Sends a message. Never to a forbidden address, whatever its name leads to at this moment; redirects are not
 * followed; time and size of the answer are bounded. Never throws.
 */
export async function post(
  address: string,
  headers: Record<string, string>,
  body: string,
  { privateNetworks, timeoutMs }: Pick<Settings, 'privateNetworks' | 'timeoutMs'>,
): Promise<Posted> {
  const began = Date.now();
  const ended = (status: number | null, error: string | null): Posted => ({
    status,
    error: error?.slice(0, 300) ?? null,
    ms: Date.now() - began,
  });
  const problem = problemOf(address, privateNetworks);
  if (problem) return ended(null, problem);
  try {
    const status = await send(new URL(address), headers, body, privateNetworks, timeoutMs);
    return status >= 200 && status < 300 ? ended(status, null) : ended(status, `对方答复 ${status}`);
  } catch (error) {
    return ended(null, wordsFor(error));
  }
}

function send(
  url: URL,
  headers: Record<string, string>,
  body: string,
  privateNetworks: readonly string[],
  timeoutMs: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      agent: false,
      lookup: guardedLookup(privateNetworks),
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        ...headers,
        'content-type': 'application/json; charset=utf-8',
        'content-length': String(Buffer.byteLength(body)),
        'user-agent': 'open-disclosure-webhook',
      },
    });
    // an address that is written as such is not looked up
    request.on('socket', (socket: net.Socket) => {
      const check = () => {
        const { remoteAddress } = socket;
        if (remoteAddress && !isAllowed(remoteAddress, privateNetworks)) {
          socket.destroy(new ForbiddenAddress(remoteAddress));
        }
      };
      if (socket.connecting) socket.once('connect', check);
      else check();
    });
    request.on('response', (answer) => {
      let bytes = 0;
      answer.on('data', (piece: Buffer) => {
        bytes += piece.length;
        if (bytes > ANSWER_BYTES) answer.destroy();
      });
      answer.on('close', () => resolve(answer.statusCode ?? 0));
      answer.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

const KNOWN: Record<string, string> = {
  ECONNREFUSED: '连接被拒绝',
  ECONNRESET: '连接中断',
  ENOTFOUND: '域名解析失败',
  EAI_AGAIN: '域名解析失败',
  ETIMEDOUT: '连接超时',
  EHOSTUNREACH: '网络不通',
  ENETUNREACH: '网络不通',
  CERT_HAS_EXPIRED: '证书已过期',
  DEPTH_ZERO_SELF_SIGNED_CERT: '证书是自签名的',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: '证书链不完整',
  ERR_TLS_CERT_ALTNAME_INVALID: '证书与域名不符',
};

function wordsFor(error: unknown): string {
  const { name, code, message } = error as { name?: string; code?: string; message?: string };
  if (name === 'AbortError' || name === 'TimeoutError') return '对方没有按时答复';
  return (code && KNOWN[code]) ?? message ?? String(error);
}
