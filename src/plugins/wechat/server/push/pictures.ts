import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import sharp from 'sharp';
import { ownPictures, readPicture } from '../../../disclosure/server/official-copies/making/load-pictures';
import { fileBytes } from '../../../disclosure/server/privacy/files/file-bytes';
import type { Client, Picture } from './client';

/** uploadimg takes less than 1 MB; a cover may have 10 MB, and needs no more either. */
const BYTES = 1_000_000;
/** Ways to make a picture small enough, one after the other. */
const SMALLER = [
  { width: 1280, quality: 85 },
  { width: 1080, quality: 75 },
  { width: 800, quality: 65 },
  { width: 600, quality: 50 },
] as const;

/** The cover of a publication without pictures: a plain one, as the account demands one. */
const PLAIN = { width: 900, height: 383, channels: 3, background: '#1f4e79' } as const;

type Use = 'body' | 'cover';
export type Uploading = { strapi: Core.Strapi; client: Client; appId: string };

/** @returns JPG or PNG of less than 1 MB, without what a camera wrote into it; null for what is no picture */
export async function fitPicture(file: Buffer): Promise<Picture | null> {
  const picture = await readPicture(file);
  if (!picture) return null;
  if (picture.bytes.length < BYTES) return { bytes: Buffer.from(picture.bytes), type: picture.type };
  for (const { width, quality } of SMALLER) {
    const bytes = await sharp(picture.bytes)
      .resize({ width, withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality })
      .toBuffer();
    if (bytes.length < BYTES) return { bytes, type: 'jpg' };
  }
  return null;
}

/** The addresses that WeChat gives the pictures of a text, by their own; those that cannot be had are missing. */
export async function uploadPictures(
  uploading: Uploading,
  urls: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const url of await ownPictures(uploading.strapi, urls)) {
    const picture = await loadPicture(uploading.strapi, url);
    if (picture) found.set(url, await uploadOnce(uploading, 'body', picture));
  }
  return found;
}

/** The media_id of a cover. @param url a picture of the media library; null: the plain cover */
export async function uploadCover(uploading: Uploading, url: string | null): Promise<string> {
  const [own] = url ? await ownPictures(uploading.strapi, [url]) : [];
  const picture = own ? await loadPicture(uploading.strapi, own) : null;
  return uploadOnce(uploading, 'cover', picture ?? (await plainCover()));
}

/** Somebody has removed the material in the account: the covers are uploaded anew. */
export const forgetCovers = async ({ strapi, appId }: Uploading, mediaId: string): Promise<void> => {
  await strapi.db
    .connection('wechat_pictures')
    .where({ app_id: appId, use: 'cover', reference: mediaId })
    .delete();
};

const plainCover = async (): Promise<Picture> => ({
  bytes: await sharp({ create: PLAIN }).jpeg({ quality: 80 }).toBuffer(),
  type: 'jpg',
});

async function loadPicture(strapi: Core.Strapi, url: string): Promise<Picture | null> {
  try {
    return await fitPicture(await fileBytes(strapi, { url }));
  } catch {
    return null;
  }
}

/**
 * Uploads a picture that WeChat does not have yet. After a crash between its yes and the row, the picture is
 * there a second time: nobody sees it, and one in the text does not count in the library.
 */
async function uploadOnce({ strapi, client, appId }: Uploading, use: Use, picture: Picture): Promise<string> {
  const knex = strapi.db.connection;
  const key = { app_id: appId, use, sha256: createHash('sha256').update(picture.bytes).digest('hex') };
  const known = await knex('wechat_pictures').where(key).first('reference');
  if (known) return String(known.reference);
  const reference = use === 'body' ? await client.uploadPicture(picture) : await client.addCover(picture);
  await knex('wechat_pictures')
    .insert({ ...key, reference })
    .onConflict(['app_id', 'use', 'sha256'])
    .ignore();
  return reference;
}
