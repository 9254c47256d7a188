import { settingsSchema } from '../settings';
import { askOf, keyOf, readIncoming } from './incoming';
import { readMessage } from './message';
import { openMessage } from './open-message';
import { messageQuerySchema } from './query';
import { cutBytes, writeReply } from './reply';
import { decrypt, encrypt } from './safe-mode';
import { isFresh, isSame, signatureOf } from './signature';

/** The examples of WeChat's own document (消息推送—加密). */
const TOKEN = 'AAAAA';
const KEY = 'A'.repeat(43);
const APP = 'wxba5fad812f8e6fb9';
const SAFE = {
  timestamp: '1714112445',
  nonce: '415670741',
  signature: '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3',
  encrypt:
    '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=',
  random: 'a8eedb185eb2fecf',
  message:
    '{"ToUserName":"gh_97417a04a28d","FromUserName":"o9AgO5Kd5ggOC-bXrbNODIiE3bGY","CreateTime":1714112445,"MsgType":"event","Event":"debug_demo","debug_str":"hello world"}',
};
const settings = settingsSchema.parse({ appId: APP, token: TOKEN, aesKey: KEY });
const at = (timestamp: string) => new Date(Number(timestamp) * 1000);

describe('the examples of the official document', () => {
  test.each([
    ['the address', ['1714036504', '1514711492'], 'f464b24fc39322e44b38aa78f5edd27bd1441696'],
    ['a plain message', ['1714037059', '486452656'], '899cf89e464efb63f54ddac96b0a0a235f53aa78'],
    ['an encrypted one', [SAFE.timestamp, SAFE.nonce, SAFE.encrypt], SAFE.signature],
  ])('the signature of %s', (_what, parts, signature) => {
    expect(signatureOf(TOKEN, ...parts)).toBe(signature);
  });

  test('what is encrypted opens, and is made the same', () => {
    expect(decrypt(KEY, APP, SAFE.encrypt)).toBe(SAFE.message);
    expect(encrypt(KEY, APP, SAFE.message, Buffer.from(SAFE.random))).toBe(SAFE.encrypt);
  });

  test('the whole message', () => {
    const query = messageQuerySchema.parse({
      ...{ timestamp: SAFE.timestamp, nonce: SAFE.nonce, msg_signature: SAFE.signature, encrypt_type: 'aes' },
    });
    const body = JSON.stringify({ ToUserName: 'gh_97417a04a28d', Encrypt: SAFE.encrypt });
    const { fields, format } = openMessage(settings, query, body, at(SAFE.timestamp));
    expect(format).toBe('json');
    expect(fields).toMatchObject({ MsgType: 'event', Event: 'debug_demo', CreateTime: '1714112445' });
    // the same message a day later
    expect(() => openMessage(settings, query, body, at('1714198845'))).toThrow(/时间/);
    // the signature of plain mode does not do
    const plainly = {
      ...query,
      msg_signature: undefined,
      signature: signatureOf(TOKEN, SAFE.timestamp, SAFE.nonce),
    };
    expect(() => openMessage(settings, plainly, body, at(SAFE.timestamp))).toThrow(/签名/);
    const closed = settingsSchema.parse({ ...settings, callback: { acceptPlain: false } });
    expect(() =>
      openMessage(closed, { ...plainly, encrypt_type: 'raw' }, '<xml></xml>', at(SAFE.timestamp)),
    ).toThrow(/安全模式/);
  });
});

test.each([1, 11, 12, 13, 31, 32, 33, 1000])('a message of %d letters goes there and back', (length) => {
  const message = '政'.repeat(length);
  const sealed = encrypt(KEY, APP, message);
  expect(Buffer.from(sealed, 'base64').length % 32).toBe(0);
  expect(decrypt(KEY, APP, sealed)).toBe(message);
});

test.each([
  ['another account', encrypt(KEY, 'wx0000000000000000', 'x')],
  ['another key', encrypt(`B${KEY.slice(1)}`, APP, 'x')],
  ['nothing', ''],
  ['no whole blocks', 'AAAA'],
  ['noise', Buffer.alloc(64, 7).toString('base64')],
])('%s does not open', (_what, sealed) => {
  expect(decrypt(KEY, APP, sealed)).toBeNull();
});

test('signatures are compared whole; clocks may differ by minutes', () => {
  expect([isSame('ab', 'ab'), isSame('ab', 'abc'), isSame('', 'ab')]).toEqual([true, false, false]);
  const now = at('1714112445');
  expect(
    ['1714112145', '1714112745', '1714112144', '1714112746', 'x', '-1', ''].map((t) => isFresh(t, now, 300)),
  ).toEqual([true, true, false, false, false, false, false]);
});

describe('messages are read', () => {
  test('with every digit of a number, and white space as it is', () => {
    const json = '{"MsgId":9223372036854775807,"Content":"a\\"12345678901234567890","CreateTime":1}';
    expect(readMessage(json).fields).toEqual({
      ...{ MsgId: '9223372036854775807', Content: 'a"12345678901234567890', CreateTime: '1' },
    });
    const xml =
      '<xml><MsgId>9223372036854775807</MsgId><Content><![CDATA[ 0012 <b>]]></Content><A><B>1</B><B>2</B></A></xml>';
    expect(readMessage(xml).fields).toEqual({
      MsgId: '9223372036854775807',
      Content: ' 0012 <b>',
      'A.B': '1',
    });
  });

  const deep = (pair: (inner: string) => string) => Array.from({ length: 40 }).reduce<string>(pair, '1');
  test.each([
    [
      'entity expansion',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xml><Content>&b;</Content></xml>',
    ],
    [
      'an external entity',
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml><Content>&a;</Content></xml>',
    ],
    ['an unknown entity', '<xml><Content>&a;</Content></xml>'],
    ['XML without an end', '<xml><Content>'],
    ['two roots', '<xml></xml><xml></xml>'],
    ['nesting', deep((inner) => `<a>${inner}</a>`)],
    ['JSON without an end', '{"a":"b'],
    ['nested JSON', deep((inner) => `{"a":${inner}}`)],
    [
      'too many fields',
      JSON.stringify(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`f${i}`, i]))),
    ],
    ['quotes without an end', `{${'"\\"'.repeat(20_000)}`],
    ['nothing', ''],
    ['a form', 'a=b'],
  ])('%s is refused, at once', (_what, text) => {
    const begun = Date.now();
    expect(() => readMessage(text)).toThrow(/^消息格式有误/);
    expect(Date.now() - begun).toBeLessThan(500);
  });
});

test.each([
  [
    { MsgType: 'text', Content: '低保' },
    { kind: 'words', words: '低保' },
  ],
  [
    { MsgType: 'voice', Recognition: '低保' },
    { kind: 'words', words: '低保' },
  ],
  [{ MsgType: 'image' }, { kind: 'other-content' }],
  [{ MsgType: 'event', Event: 'subscribe' }, { kind: 'subscribe' }],
  [
    { MsgType: 'event', Event: 'CLICK', EventKey: 'k' },
    { kind: 'click', key: 'k' },
  ],
  [{ MsgType: 'event', Event: 'VIEW', EventKey: 'https://x' }, { kind: 'silent' }],
  [{ MsgType: 'hologram' }, { kind: 'silent' }],
  [{}, { kind: 'silent' }],
])('%j asks for %j', (fields, incoming) => {
  expect(readIncoming(fields)).toEqual(incoming);
});

test('a message is known by its number, an event by who and when', () => {
  expect(keyOf({ MsgId: '1', FromUserName: 'a', CreateTime: '2' })).toBe('id:1');
  expect(keyOf({ FromUserName: 'a', CreateTime: '2', Event: 'subscribe' })).toBe('at:a:2:subscribe');
  expect(keyOf({ MsgType: 'text' })).toBeNull();
});

test.each([
  ['低保', false, '低保'],
  ['更多', true, null],
  ['更多 低保', true, '低保'],
  ['更多：低保', true, '低保'],
  ['更多低保', true, '低保'],
  ['更多。', true, null],
  ['查看更多', true, null],
  ['还有更多信息吗？', true, null],
  ['  ', false, null],
  ['\0', false, null],
])('“%s” asks for more: %s, of %s', (words, more, word) => {
  expect(askOf(words)).toEqual({ more, word });
});

test('a reply stays XML whatever it says, and within what WeChat delivers', () => {
  const head = { to: 'o]]>', from: 'gh', at: 1 };
  const xml = writeReply({ type: 'text', content: 'a]]>b\u0001\ud800c<&' }, head, 'xml');
  expect(readMessage(xml).fields).toEqual({
    ...{ ToUserName: 'o]]>', FromUserName: 'gh', CreateTime: '1', MsgType: 'text', Content: 'a]]>bc<&' },
  });
  const cut = cutBytes('政'.repeat(1000), 2048);
  expect([Buffer.byteLength(cut) <= 2048, cut.endsWith('政…')]).toEqual([true, true]);
  const article = { title: 't', description: 'd', picture: '', url: 'https://x' };
  expect(writeReply({ type: 'news', articles: [article] }, head, 'xml')).toContain(
    '<ArticleCount>1</ArticleCount><Articles><item><Title><![CDATA[t]]></Title>',
  );
});
