import type { Core } from '@strapi/strapi';
import type { CatalogueItem } from '../../reference-data/catalogue-items';
import type { Transaction } from '../../types';
import type { Evidence } from '../input';
import type { TextChange } from '../text-changes';

/** What an act works with: the catalogue of the domain is locked, the row is in force, the actor may. */
export type ActContext = {
  strapi: Core.Strapi;
  trx: Transaction;
  row: CatalogueItem;
  /** every row of the domain, by code */
  rows: ReadonlyMap<string, CatalogueItem>;
  /** YYYY-MM-DD in Shanghai */
  today: string;
};

/** What an act did to one row: an entry of its history. */
export type RowChange = {
  code: string;
  predecessors?: readonly string[];
  successors?: readonly string[];
  changes?: readonly TextChange[];
  evidence?: Evidence;
};
