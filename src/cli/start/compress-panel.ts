import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Not the page itself: Strapi tells caches by the ending of a file whether it is ever replaced. */
const COMPRESSED = /\.(js|css|svg|json)$/;
/** Bytes below which a second file gains nothing. */
const WORTH_COMPRESSING = 2_000;

/**
 * Lays the files of a built panel ready in the encodings that browsers ask for: the server that Strapi brings sends
 * `x.js.br` or `x.js.gz` in place of `x.js`, and compresses nothing itself. One file after another, as the largest
 * is most of the whole.
 *
 * @param folder the built panel, without folders in it
 */
export async function compressPanel(folder: string): Promise<void> {
  const names = (await fs.readdir(folder)).filter((name) => COMPRESSED.test(name));
  for (const name of names) {
    const file = path.join(folder, name);
    const bytes = await fs.readFile(file);
    if (bytes.length < WORTH_COMPRESSING) continue;
    const [small, smaller] = await Promise.all([
      deflate(bytes, { level: 9 }),
      brotli(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      }),
    ]);
    await Promise.all([fs.writeFile(`${file}.gz`, small), fs.writeFile(`${file}.br`, smaller)]);
  }
}
