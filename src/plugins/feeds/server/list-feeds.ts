import type { Core } from '@strapi/strapi';
import { allDomains } from '../../disclosure/server/domain/registry';
import { allColumns } from '../../disclosure/server/reference-data/columns';
import { allDepartments } from '../../disclosure/server/reference-data/departments';
import { publicAddress, siteOf } from '../../disclosure/server/site/addresses';
import { FEED_FORMATS } from './render/formats';

type Subject = { by: 'all' | 'domain' | 'column' | 'department'; code: string | null; name: string };

/** Every feed there is without a search: of everything, and of each domain, column and department. */
export async function listFeeds(strapi: Core.Strapi) {
  const site = siteOf(strapi);
  const [columns, departments] = await Promise.all([allColumns(strapi), allDepartments(strapi)]);
  const domains = allDomains(strapi);
  const slugs = new Set(domains.map(({ slug }) => slug));
  const subjects: Subject[] = [
    { by: 'all', code: null, name: '全部' },
    ...domains.map(({ slug, name }): Subject => ({ by: 'domain', code: slug, name })),
    // each domain is a column too: one feed is enough
    ...columns
      .filter(({ code }) => !slugs.has(code))
      .map(({ code, name }): Subject => ({ by: 'column', code, name })),
    ...departments.map(({ code, name }): Subject => ({ by: 'department', code, name })),
  ];
  return subjects.map(({ by, code, name }) => {
    const query = code === null ? '' : `?${new URLSearchParams({ [by]: code })}`;
    const address = (file: string) => publicAddress(site, `/api/feeds/${file}${query}`);
    return {
      by,
      code,
      name,
      ...Object.fromEntries(FEED_FORMATS.map((format) => [format, address(`publications.${format}`)])),
      calendar: address('deadlines.ics'),
    };
  });
}
