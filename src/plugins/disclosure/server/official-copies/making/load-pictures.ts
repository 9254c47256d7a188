import type { Core } from '@strapi/strapi';
import sharp from 'sharp';
import { picturesIn } from '../../gate/keep-pictures';
import { fileBytes } from '../../privacy/files/file-bytes';
import type { PictureData } from '../document/model';
import { LIMITS } from './limits';

/** How pictures begin; the library would also open what can point to other files, as SVG. */
const SIGNATURES = [/^\xff\xd8\xff/, /^\x89PNG/, /^GIF8/, /^RIFF.{4}WEBP/s];

/**
 * The pictures of a body from the media library, as files take them and no larger than a page shows. One that is
 * missing, broken or too large is left out: the text says where it was. Others' servers are not asked.
 */
export async function loadPictures(strapi: Core.Strapi, body: unknown): Promise<Map<string, PictureData>> {
  const pictures = new Map<string, PictureData>();
  let bytes = 0;
  for (const url of await ownPictures(strapi, picturesIn(body).slice(0, LIMITS.pictures))) {
    const picture = await loadPicture(strapi, url);
    bytes += picture?.bytes.length ?? 0;
    if (bytes > LIMITS.pictureBytes) break;
    if (picture) pictures.set(url, picture);
  }
  return pictures;
}

/** Those in the media library: paths of this server, and addresses of the district's own storage. */
export async function ownPictures(strapi: Core.Strapi, urls: readonly string[]): Promise<string[]> {
  const remote = urls.filter((url) => !url.startsWith('/'));
  const known: string[] =
    remote.length === 0 ? [] : await strapi.db.connection('files').whereIn('url', remote).pluck('url');
  return urls.filter((url) => url.startsWith('/') || known.includes(url));
}

async function loadPicture(strapi: Core.Strapi, url: string): Promise<PictureData | null> {
  try {
    return await readPicture(await fileBytes(strapi, { url }));
  } catch {
    return null;
  }
}

/** @returns null for what is no picture */
export async function readPicture(file: Buffer): Promise<PictureData | null> {
  const beginning = file.subarray(0, 12).toString('latin1');
  if (!SIGNATURES.some((signature) => signature.test(beginning))) return null;
  const { format, hasAlpha } = await sharp(file).metadata();
  const type = hasAlpha || format === 'gif' ? 'png' : 'jpg';
  const edge = LIMITS.pictureEdge;
  const { data, info } = await sharp(file, { limitInputPixels: LIMITS.picturePixels })
    .rotate()
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .toFormat(type === 'png' ? 'png' : 'jpeg', { quality: 85 })
    .toBuffer({ resolveWithObject: true });
  return { type, bytes: data, width: info.width, height: info.height };
}
