import { clientAddress, type Peer } from './client-address';

const from = (more: Partial<Peer>) =>
  clientAddress({ peer: '203.0.113.9', ip: '203.0.113.9', trustsProxy: false, forwardedFor: '', ...more });

test.each<[string, Partial<Peer>, string | null]>([
  ['a reader', {}, '203.0.113.9'],
  ['a reader who claims to be another', { forwardedFor: '198.51.100.1' }, '203.0.113.9'],
  ['this machine', { peer: '127.0.0.1' }, null],
  ['this machine over IPv6', { peer: '::1' }, null],
  ['this machine over IPv4 in IPv6', { peer: '::ffff:127.0.0.1' }, null],
  ['a proxy on this machine', { peer: '127.0.0.1', forwardedFor: '198.51.100.1' }, '198.51.100.1'],
  ['what its reader has made up', { peer: '::1', forwardedFor: '1.1.1.1, 198.51.100.1' }, '198.51.100.1'],
  ['a trusted proxy', { peer: '10.0.0.2', ip: '198.51.100.1', trustsProxy: true }, '198.51.100.1'],
  ['IPv4 in IPv6', { peer: '::ffff:198.51.100.1' }, '198.51.100.1'],
  ['IPv6', { peer: '2001:db8:1:2:3:4:5:6' }, '2001:db8:1:2::/64'],
  ['another of the same line', { peer: '2001:0DB8:1:2:ffff::1' }, '2001:db8:1:2::/64'],
  ['a short one', { peer: '2001:db8::1' }, '2001:db8:0:0::/64'],
  ['one of a zone', { peer: 'fe80::1%eth0' }, 'fe80:0:0:0::/64'],
  ['an endless one', { peer: '::1', forwardedFor: 'x'.repeat(9_000) }, 'x'.repeat(64)],
])('%s', (_what, peer, address) => {
  expect(from(peer)).toBe(address);
});
