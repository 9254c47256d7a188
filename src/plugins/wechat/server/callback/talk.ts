/** What people write who look for nothing yet: to the account itself. */
export type Talk = 'greeting' | 'thanks' | 'person' | 'no-words';

const SAID: readonly [Talk, RegExp][] = [
  [
    'greeting',
    /^(你好|您好|你们好|大家好|早上好|上午好|中午好|下午好|晚上好|在吗|有人吗|哈喽|嗨|帮助|菜单|怎么用|怎么查|使用说明|hi|hello|help|menu)$/i,
  ],
  ['thanks', /^(谢谢|多谢|感谢|谢了|谢谢你|谢谢您|非常感谢|好的|好的谢谢|知道了|收到|明白了|嗯|嗯嗯|ok)$/i],
  ['person', /^(转?人工(客服|服务)?|客服|找人工|转客服)$/],
];

/** Particles that change nothing: 你好啊, 在吗亲. */
const PARTICLES = /[啊呀呢吧哦噢啦哈亲]+$/u;

/**
 * Whether somebody only says hello, asks for a person, or sends a sign, an emoji or the number of a menu: a search would
 * answer her with anything at all. Pure.
 */
export function talkOf(words: string): Talk | null {
  const plain = words.replace(/[^\p{L}\p{N}]+/gu, '');
  if (plain === '' || /^\p{N}{1,2}$/u.test(plain)) return 'no-words';
  const bare = plain.replace(PARTICLES, '');
  return SAID.find(([, said]) => said.test(plain) || said.test(bare))?.[0] ?? null;
}
