import { Converter } from 'opencc-js/t2cn';

let convert: ((text: string) => string) | undefined;

const CHINESE = /\p{Script=Han}/u;

/**
 * A traditional character as a simplified one, by OpenCC's table. Character by character: whole phrases
 * would come out differently depending on where a text was cut.
 */
export function simplify(character: string): string {
  if (!CHINESE.test(character)) return character;
  convert ??= Converter({ from: 't', to: 'cn' });
  return convert(character);
}
