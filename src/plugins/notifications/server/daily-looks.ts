import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../disclosure/server/types';
import type { NoticeKind } from './contract';

/** What a look found that a department has to know of a document of its own, or of one that it owes; `type` may be a page of the panel (`Notice.uid`). */
export type DailyNews = {
  kind: Extract<
    NoticeKind,
    | 'evaluation'
    | 'interpretation'
    | 'regulation'
    | 'annual-report'
    | 'request-new'
    | 'request-applicant'
    | 'request-due'
    | 'request-overdue'
    | 'request-deadline'
    | 'request-frequent'
  >;
  /** told once */
  key: string;
  /** null where there is no document yet */
  documentId: string | null;
  type: string | null;
  title: string;
  owner: string;
  detail: string;
};

/** Finds what is to be told on a working day (`YYYY-MM-DD`). */
export type DailyLook = (strapi: Core.Strapi, trx: Transaction, today: string) => Promise<DailyNews[]>;

const looks = new WeakMap<object, DailyLook[]>();

/** Has another plugin look once a working day, with the look at the due dates; before the product starts to work. */
export const addDailyLook = (strapi: Core.Strapi, look: DailyLook): void => {
  looks.set(strapi, [...(looks.get(strapi) ?? []), look]);
};

export const dailyLooks = (strapi: Core.Strapi): readonly DailyLook[] => looks.get(strapi) ?? [];
