import { createHmac } from 'node:crypto';
import { isAllowed, problemOf } from './allowed-address';
import { newSecret, signedHeaders } from './sign';

test.each([
  ['203.0.114.7', true],
  ['2400:3200::1', true],
  ['127.0.0.1', false],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.100.100.200', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fd00:ec2::254', false],
  ['ff02::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:a9fe:a9fe', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['not an address', false],
])('%s may be reached: %s', (address, expected) => {
  expect(isAllowed(address, [])).toBe(expected);
});

test.each([
  ['10.20.3.4', true],
  ['::ffff:10.20.3.4', true],
  ['10.21.0.1', false],
  ['fd12::1', true],
])('%s with the private networks 10.20.0.0/16 and fd12::/16: %s', (address, expected) => {
  expect(isAllowed(address, ['10.20.0.0/16', 'fd12::/16'])).toBe(expected);
});

test.each([
  ['https://example.gov.cn/hook', true],
  ['http://example.gov.cn/hook', false],
  ['http://10.20.3.4:8080/hook', true],
  ['https://10.20.3.4/hook', true],
  ['http://10.21.3.4/hook', false],
  ['https://127.0.0.1/hook', false],
  ['https://2130706433/hook', false],
  ['https://0x7f.1/hook', false],
  ['https://[::1]/hook', false],
  ['https://[::ffff:7f00:1]/hook', false],
  ['https://user:word@example.gov.cn/', false],
  ['https://example.gov.cn/#x', false],
  ['file:///etc/passwd', false],
  ['ftp://example.gov.cn/', false],
  ['example.gov.cn', false],
])('%s is taken as a target: %s', (url, expected) => {
  expect(problemOf(url, ['10.20.0.0/16']) === null).toBe(expected);
});

test('a message is signed over its id, time and body with the secret', () => {
  const secret = newSecret();
  const headers = signedHeaders(secret, { id: 'change-7', at: new Date(1_700_000_000_500), body: '{"a":1}' });
  const key = Buffer.from(secret.slice(6), 'base64');
  expect(key).toHaveLength(32);
  expect(headers).toEqual({
    'webhook-id': 'change-7',
    'webhook-timestamp': '1700000000',
    'webhook-signature': `v1,${createHmac('sha256', key).update('change-7.1700000000.{"a":1}').digest('base64')}`,
  });
});
