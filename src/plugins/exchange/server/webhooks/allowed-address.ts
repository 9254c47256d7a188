import type { LookupAddress } from 'node:dns';
import dns from 'node:dns';
import net, { type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The machine is one that webhooks never reach. */
export class ForbiddenAddress extends Error {
  constructor(what: string) {
    super(`${what}是内部或保留地址,不能接收推送`);
  }
}

/**
 * Whether webhooks may be sent to an address: a public one, or one in a private network that the installation
 * names. Addresses that hide another one (IPv4 in IPv6) are judged by the one inside. Pure.
 */
export function isAllowed(address: string, privateNetworks: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast' || isNamed(parsed, privateNetworks);
}

/** Whether an address lies in one of the networks that the installation names. Pure. */
export function isNamed(address: ipaddr.IPv4 | ipaddr.IPv6, networks: readonly string[]): boolean {
  return networks.some((network) => {
    const [base, bits] = ipaddr.parseCIDR(network);
    return base.kind() === address.kind() && address.match(base as never, bits as never);
  });
}

/**
 * Looks a name up as `net.connect` does, and gives only addresses that are allowed: the connection goes to what was
 * checked, so a name that answers differently the second time gains nothing.
 */
export const guardedLookup =
  (privateNetworks: readonly string[]): LookupFunction =>
  (hostname, options, callback) => {
    dns.lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = found as LookupAddress[];
      if (error) return callback(error, []);
      const allowed = addresses.filter(({ address }) => isAllowed(address, privateNetworks));
      if (allowed.length < addresses.length || allowed.length === 0) {
        return callback(new ForbiddenAddress(hostname), []);
      }
      const [first] = allowed as [LookupAddress];
      if (options.all) return callback(null, allowed);
      return callback(null, first.address, first.family);
    });
  };

/** What is wrong with an address that somebody wants to be told at; null: nothing that can be seen. Pure. */
export function problemOf(address: string, privateNetworks: readonly string[]): string | null {
  if (!URL.canParse(address)) return '网址格式有误,应如 https://example.gov.cn/hook';
  const { protocol, username, password, hostname, hash } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (username || password) return '网址中不能有用户名和密码';
  if (hash) return '网址中不能有 #';
  const isLiteral = net.isIP(host) > 0;
  if (isLiteral && !isAllowed(host, privateNetworks)) return '网址是内部或保留地址,不能接收推送';
  if (protocol === 'https:') return null;
  // without TLS only where the installation vouches for the network
  if (protocol === 'http:' && isLiteral && isNamed(ipaddr.process(host), privateNetworks)) return null;
  return '网址须以 https:// 开头';
}
