import { isIPv6 } from 'node:net';

export type Peer = {
  /** the other end of the connection */
  peer: string;
  /** what Strapi's proxy setting makes of it (`ctx.request.ip`) */
  ip: string;
  /** `server.proxy.koa` */
  trustsProxy: boolean;
  forwardedFor: string;
};

const LOOPBACK = /^(::ffff:)?127\.|^::1$/;

/**
 * Whom a request counts for. Behind a proxy that is trusted, whom that names; behind one on this machine, whom it
 * names last; otherwise the other end of the connection. Of IPv6 the first 64 bits, which is what one line has.
 *
 * @returns null for this machine itself, which is not limited
 */
export function clientAddress({ peer, ip, trustsProxy, forwardedFor }: Peer): string | null {
  if (trustsProxy) return blockOf(ip);
  if (!LOOPBACK.test(peer)) return blockOf(peer);
  const last = forwardedFor.split(',').at(-1)?.trim() ?? '';
  return last ? blockOf(last) : null;
}

function blockOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain.slice(0, 64);
  const [head = '', tail] = plain.toLowerCase().split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
