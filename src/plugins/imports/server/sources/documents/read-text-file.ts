import { decodeFile, detectEncoding } from '../../../../disclosure/server/tabular/encoding';

/** The whole text of a file, whichever encoding it has, line ends as \n. */
export async function readTextFile(file: string): Promise<string> {
  let text = '';
  for await (const piece of decodeFile(file, await detectEncoding(file))) text += piece;
  return text.replace(/\r\n?/g, '\n');
}
