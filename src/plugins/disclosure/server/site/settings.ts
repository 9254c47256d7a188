import { z } from 'zod';

/**
 * Whose publications these are, and where people reach them.
 *
 * `url`: address of this server as the public reaches it; empty: answers name paths alone.
 * `page`: address of a publication's page on the district's portal, with `{documentId}` in it; empty: the
 * publication's address here. `name` and `idCode`: 网站名称 and 网站标识码 (国办发〔2017〕47号, page tags).
 */
export const siteSchema = z.strictObject({
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  page: z
    .union([
      z.literal(''),
      z.url({ protocol: /^https?$/ }).refine((value) => /\{documentId\}/.test(decodeURI(value))),
    ])
    .default(''),
  name: z.string().trim().max(60).default(''),
  /** 栏目类别 (tag ColumnType) by the code of a column, for it and those below it; `*`: for all others */
  columnTypes: z.record(z.string(), z.string().trim().max(60)).default({}),
  idCode: z.union([z.literal(''), z.string().regex(/^[0-9A-Z]{10}$/)]).default(''),
});

export type Site = z.infer<typeof siteSchema>;
