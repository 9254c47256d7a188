import mammoth from 'mammoth';
import { Budget } from '../../../../disclosure/server/privacy/files/read/budget';
import { unescapeXml } from '../../../../disclosure/server/privacy/files/read/xml';
import { readZip } from '../../../../disclosure/server/privacy/files/read/zip';
import { countIn, fold } from '../../../shared/fold';
import type { Chosen, Removal } from './chosen';

/** Shorter plain numbers and letters are also sizes, colours and identifiers of the layout. */
const TELLING = 6;

const isTelling = (text: string): boolean => {
  const folded = fold(text).text;
  return folded.length >= TELLING || /[^\p{ASCII}]/u.test(folded);
};

/**
 * Looks through a finished copy by other means than made it: every part of the archive as it is, its text without tags and
 * the values of its attributes, and what another program (mammoth) reads.
 *
 * @returns the texts that are found more often than they may be
 */
export async function leftInDocx(
  copy: Buffer,
  removals: readonly Removal[],
  chosen: Chosen,
): Promise<string[]> {
  const texts: string[] = [];
  const attributes: string[] = [];
  for await (const { name, content } of readZip(copy, new Budget(), () => true)) {
    const xml = content.toString('utf8');
    // tags of all kinds are taken out, so that nothing between two runs hides a text
    texts.push(unescapeXml(xml.replace(/<[^>]*>/g, '')));
    attributes.push(name, ...[...xml.matchAll(/="([^"]*)"/g)].map(([, value]) => unescapeXml(String(value))));
  }
  const { value: read } = await mammoth.extractRawText({ buffer: copy });
  return removals
    .filter(({ text }) => {
      const most = chosen.left(text);
      const found = texts.reduce((sum, part) => sum + countIn(part, text), 0);
      if (found > most || countIn(read, text) > most) return true;
      return isTelling(text) && attributes.some((value) => countIn(value, text) > 0);
    })
    .map(({ text }) => text);
}
