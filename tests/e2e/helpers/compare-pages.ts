import sharp from 'sharp';
import { nativeModule } from '../../integration/helpers/native';

/** Points of the first page that are black in a copy and white in its original, and the other way round. */
export async function comparePages(
  original: Buffer,
  copy: Buffer,
): Promise<{ blackened: number; lost: number }> {
  const { pdfPage } = nativeModule<typeof import('../../../src/plugins/requests/server/files/redact/pdf')>(
    'plugins/requests/server/files/redact/pdf',
  );
  const greysOf = async (bytes: Buffer): Promise<Buffer> => {
    const page = await pdfPage(bytes, 1);
    return sharp(page?.jpeg).greyscale().raw().toBuffer();
  };
  const [before, after] = await Promise.all([greysOf(original), greysOf(copy)]);
  const isBlack = (grey: number | undefined) => grey !== undefined && grey < 64;
  const isWhite = (grey: number | undefined) => grey !== undefined && grey > 192;
  const count = (from: Buffer, to: Buffer) =>
    from.reduce((sum, grey, at) => sum + (isWhite(grey) && isBlack(to[at]) ? 1 : 0), 0);
  return { blackened: count(before, after), lost: count(after, before) };
}
