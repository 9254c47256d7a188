import ipaddr from 'ipaddr.js';

/**
 * The client behind a request, for limits alone. Behind the district's own reverse proxy (which calls from this
 * machine or the intranet) it is the address that the proxy has put last. Pure.
 *
 * @param peer address of whoever has connected
 * @param forwarded the header X-Forwarded-For
 */
export function clientOf(peer: string, forwarded: string): string {
  const last = forwarded.split(',').at(-1)?.trim() ?? '';
  const isProxy = ipaddr.isValid(peer) && ipaddr.process(peer).range() !== 'unicast';
  return isProxy && ipaddr.isValid(last) ? ipaddr.process(last).toString() : peer;
}
