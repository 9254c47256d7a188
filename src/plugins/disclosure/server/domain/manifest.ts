import type { Core } from '@strapi/strapi';
import slugify from 'slugify';
import { z } from 'zod';
import type { Issue } from '../gate/completeness';
import type { Release } from '../gate/release';
import type { DocumentLink } from '../links/relations';
import { type EventDates, TIME_LIMIT_KINDS, type TimeLimitRule } from '../rules/time-limit-rule';
import type { Transaction, Values } from '../types';
import type { VerbContext } from '../verbs/verb';
import type { Fields } from './field';

/** A row of a standard catalogue (基层政务公开标准目录), as catalogue.json carries it. */
export const catalogueRowSchema = z.object({
  code: z.string().regex(/^[A-Z]\d{2}-\d{2,3}$/),
  seq: z.int().positive(),
  level1: z.string(),
  level2: z.string().nullable(),
  contentElements: z.array(z.string()),
  legalBasis: z.array(z.string()),
  timeLimit: z.string().nullable(),
  timeLimitRules: z.array(z.looseObject({ kind: z.enum(TIME_LIMIT_KINDS) })),
  publisher: z.string().nullable(),
  channels: z.array(z.string()),
  audience: z.object({ public: z.boolean(), specific: z.string().nullable() }),
  method: z.array(z.string()),
  level: z.unknown(),
  provenance: z.object({ kind: z.string() }).loose(),
  note: z.string().optional(),
});
export type CatalogueRow = z.infer<typeof catalogueRowSchema>;

/** `owner`: the department whose document it is or becomes. */
export type Writing = { strapi: Core.Strapi; trx: Transaction; owner: string };

/** Where a document stands inside its domain: what it belongs to, and its place there. */
export type Place = { subjectId: string | null; facet: string | null; item: string | null };

/** A content type of a domain. Only `record` is the engine's; a domain adds types where it has structure. */
export type TypeManifest = {
  /** names in code and in paths: `record` → /records */
  singular: string;
  plural: string;
  /** Chinese name */
  name: string;
  /** `record`: the base fields of a record come before the own ones; `plain`: only the own ones */
  base: 'record' | 'plain';
  fields: Fields;
  /** base fields that this type derives or does not have */
  without?: readonly string[];
  /** the only base fields that this type has; without it, all of them */
  only?: readonly string[];
  /** base fields whose description differs here */
  adjust?: Record<string, Partial<Fields[string]>>;
  /** 责任范围 of a document: decides which departments may create it; null while it is not known */
  scopeOf: (values: Values) => string | null;
  /** what to enter so that the scope is known */
  scopeHint: string;
  /** values that follow from the entered ones; throws DisclosureError INVALID_INPUT */
  prepare?: (values: Values, writing: Writing) => Promise<Values>;
  /** what is missing or wrong, beyond the required fields */
  validate?: (values: Values) => Issue[];
  placeOf?: (values: Values) => Place;
  /** publication kind where the type has no field `kind` */
  kind?: string;
  /** time limits where they are not those of the catalogue row */
  timeLimitRulesOf?: (values: Values) => readonly TimeLimitRule[];
  /** days of the events that time limits run from, beyond formation and decision */
  eventsOf?: (values: Values) => EventDates;
  /** what it does to other documents, or says of them: written with its publication, gone with its withdrawal */
  linksOf?: (values: Values) => DocumentLink[];
  /** what must be ready before it becomes public, or becomes public with it */
  release?: Release;
  /** managed values that are known only when it becomes public */
  atPublication?: (context: VerbContext) => Promise<Values>;
  /** what is known of a publication only when it is read, on a day: gets and gives the answer with its links */
  presentDetail?: (publication: Values, on: string) => Values;
  /** columns of its table by which it is looked up */
  lookedUpBy?: readonly string[];
  /** the department that reviews every document of it, where its owner (or its owner's regulator) does not */
  reviewedBy?: string;
  /** columns where they are not those of the domain */
  columns?: readonly string[];
  /** the law differs: effects in the transaction of the publication, or of the withdrawal */
  afterPublish?: (context: VerbContext) => Promise<void>;
  afterWithdraw?: (context: VerbContext) => Promise<void>;
};

/** A public read of a domain's own, beside those that every domain has. */
export type DomainRead = {
  path: string;
  /** what it answers, in the words of the description of the interface */
  summary: string;
  /** the parameters of its query string; without it, there are none */
  query?: z.ZodType<Values>;
  /** the answer is a page: it has its `data` and `meta` itself */
  isPage?: true;
  read: (strapi: Core.Strapi, params: Record<string, string>, query: Values) => Promise<unknown>;
  /**
   * The same read as a field of GraphQL's Query, named after the domain and `field`; the parameters of
   * the path are its arguments, and so are those of the query string (`args`, in SDL). `typeDefs` declares
   * the types of the answer in SDL, under names that begin with the domain's; lists in them are part of the
   * answer, so they cost nothing more.
   */
  graphql?: { field: string; type: string; args?: string; typeDefs: string };
};

/** An entry of the demo: entered by a department, published through the gate. */
export type DemoEntry = {
  key: string;
  /** singular name of the type */
  type: string;
  /** department whose editor and reviewer bring it to publication */
  actor: string;
  /** values; entries before this one are found by their keys */
  data: (documentIdOf: (key: string) => string) => Values;
  /** documents that name this one and become public with it */
  with?: readonly { type: string; data: (documentId: string) => Values }[];
  /** it has a PDF attached */
  pdf?: string;
};

/** A disclosure domain: all that distinguishes it from the others. */
export type DomainManifest = {
  code: string;
  slug: string;
  name: string;
  /** beyond the 26 (地方增加的领域) */
  local: boolean;
  leadDepartment: string;
  guide: { title: string; docNumber: string | null };
  /** columns of the statutory tree (条例第二十条) in which its publications stand */
  columns: readonly string[];
  catalogue: readonly CatalogueRow[];
  types: readonly TypeManifest[];
  /** responsibilities that hold from the start: scope → departments */
  responsibilities: Record<string, readonly string[]>;
  /** lists that the panel's choice fields offer */
  choices?: Record<string, ChoiceSource>;
  reads?: readonly DomainRead[];
  /** demo content, dated back from a day (YYYY-MM-DD) */
  demo?: (today: string) => readonly DemoEntry[];
  /** brings in what the entries of the demo name and no department enters; again at every start with the demo */
  beforeDemo?: (strapi: Core.Strapi) => Promise<void>;
};

/** A list for choice fields; `department` null: not limited to what is one department's. */
export type ChoiceSource = (
  strapi: Core.Strapi,
  context: { department: string | null; values: Record<string, string> },
) => Promise<{ value: string; label: string; group?: string }[]>;

const headSchema = z.strictObject({
  code: z.string().regex(/^[A-Z]\d{2}$/),
  slug: z
    .string()
    .refine((slug) => slugify(slug, { lower: true, strict: true }) === slug, '不是可用的路径名'),
  name: z.string().min(1),
  local: z.boolean(),
  leadDepartment: z.string().min(1),
  guide: z.object({ title: z.string(), docNumber: z.string().nullable() }).loose(),
  columns: z.array(z.string()),
  catalogue: z.array(catalogueRowSchema).min(1),
  types: z.array(z.object({ singular: z.string(), plural: z.string(), name: z.string() }).loose()).min(1),
  responsibilities: z.record(z.string(), z.array(z.string()).min(1)),
  choices: z
    .record(
      z.string(),
      z.custom((value) => typeof value === 'function'),
    )
    .optional(),
  reads: z.array(z.object({ path: z.string().startsWith('/') }).loose()).optional(),
  demo: z.custom((value) => typeof value === 'function').optional(),
  beforeDemo: z.custom((value) => typeof value === 'function').optional(),
});

/** Refuses a manifest with anything missing or unknown, at start, by name. */
export function assertManifest(manifest: DomainManifest): void {
  const result = headSchema.safeParse(manifest);
  if (!result.success) {
    throw new Error(`领域清单 ${manifest.slug} 有误：${z.prettifyError(result.error)}`);
  }
}
