import type { Core } from '@strapi/strapi';
import { KINDS } from '../../disclosure/server/domain/base-fields';
import { findDomain, findType } from '../../disclosure/server/domain/registry';
import { findPublications } from '../../disclosure/server/read-model/batch-publications';
import { listPublications } from '../../disclosure/server/read-model/list-publications';
import type { PublicFile } from '../../disclosure/server/read-model/public-content';
import { searchOf } from '../../disclosure/server/search/port';
import {
  homeAddress,
  pageAddress,
  publicAddress,
  siteWithAddress,
} from '../../disclosure/server/site/addresses';
import type { Site } from '../../disclosure/server/site/settings';
import type { Values } from '../../disclosure/server/types';
import { type Feed, type FeedItem, stableId } from './feed';
import { namesOf } from './names';
import type { FeedQuery } from './query';

/** Characters of a body that a feed takes along; a page of a hundred stays below some megabytes. */
const LONGEST_BODY = 20_000;

/**
 * The newest publications that a query asks for.
 *
 * @param path its own address, with its parameters
 * @throws DisclosureError INVALID_QUERY for a code that is none
 */
export async function loadFeed(strapi: Core.Strapi, query: FeedQuery, path: string): Promise<Feed> {
  const site = siteWithAddress(strapi);
  const names = await namesOf(strapi, query);
  const listed = await listOf(strapi, query);
  const details = await findPublications(
    strapi.db.connection,
    listed.map(({ documentId }) => String(documentId)),
  );
  const items = listed.flatMap(({ documentId }) => {
    // what was withdrawn between the two statements is gone
    const publication = details.get(String(documentId));
    return publication ? [toItem(strapi, site, publication)] : [];
  });
  const publisher = site.name || '政府信息公开';
  return {
    id: stableId(`feed ${path}`),
    title: [publisher, ...names].join(' · '),
    description: names.length ? `${names.join('、')}的政府信息` : '最新公开的政府信息',
    self: publicAddress(site, path),
    home: homeAddress(site),
    publisher,
    updatedAt: items.length ? new Date(Math.max(...items.map((item) => item.updatedAt.getTime()))) : null,
    items,
  };
}

async function listOf(strapi: Core.Strapi, { q, limit, ...filters }: FeedQuery): Promise<Values[]> {
  if (q === undefined) {
    const page = await listPublications(strapi.db.connection, {
      ...filters,
      limit,
      sort: 'newest',
      count: false,
    });
    return page.data;
  }
  const found = await searchOf(strapi).search({
    ...filters,
    q,
    limit,
    sort: 'newest',
    count: false,
    facets: false,
  });
  return found.data;
}

function toItem(strapi: Core.Strapi, site: Site, publication: Values): FeedItem {
  const { documentId, title, abstract, body, ownerName, domain, owner, kind, type } = publication as Record<
    string,
    string | null
  >;
  const files = (publication.attachments ?? []) as PublicFile[];
  const isShort = typeof body === 'string' && body !== '' && body.length <= LONGEST_BODY;
  return {
    id: stableId(`publication ${documentId}`),
    url: absolute(site, pageAddress(site, publication)),
    title: String(title),
    summary: abstract ?? String(title),
    html: isShort ? absoluteLinks(site, body) : null,
    publishedAt: new Date(String(publication.firstPublishedAt ?? publication.publishedAt)),
    updatedAt: new Date(String(publication.publishedAt)),
    author: String(ownerName),
    categories: [
      { term: String(domain), label: findDomain(strapi, String(domain))?.name ?? String(domain) },
      { term: String(owner), label: String(ownerName) },
      { term: String(kind), label: kindName(strapi, String(type), String(kind)) },
    ],
    enclosures: files.map(({ url, name, mime, size }) => ({
      url: absolute(site, url),
      name,
      type: mime,
      bytes: size,
    })),
  };
}

/** A kind of every domain, or what its own type is called. */
const kindName = (strapi: Core.Strapi, type: string, kind: string): string =>
  KINDS.find(({ value }) => value === kind)?.label ?? findType(strapi, type)?.manifest.name ?? kind;

const absolute = (site: Site, address: string): string =>
  address.startsWith('/') ? publicAddress(site, address) : address;

/** Readers of a feed do not stand at this site: pictures and links of a body get its address. */
const absoluteLinks = (site: Site, html: string): string =>
  html.replace(
    /(\s(?:src|href)=")(\/(?!\/))/g,
    (_all, before: string, slash: string) => before + site.url + slash,
  );
