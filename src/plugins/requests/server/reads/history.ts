import type { Core } from '@strapi/strapi';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import type { EventTold } from '../../shared/contract';
import { recordLabel } from '../records/labels';
import type { Recorded } from '../records/records';

/** A step with the moment at which it was entered: the order of what happened on one day. */
export type Step = { told: EventTold; at: Date };

/** Records as steps of a request, in the words of the desk. */
export const toldRecords = (strapi: Core.Strapi, records: readonly Recorded[]): Promise<Step[]> =>
  Promise.all(
    records.map(async (record) => ({
      at: record.recordedAt,
      told: {
        ...{ type: record.type, on: record.on, by: record.byName, consultation: null },
        label: `${recordLabel(record)}${await namedIn(strapi, record)}`,
        text: record.note,
      },
    })),
  );

async function namedIn(strapi: Core.Strapi, record: Recorded): Promise<string> {
  if (record.type === 'assigned') return `：${await nameOfDepartment(strapi, record.to)}`;
  if (record.type !== 'transferProposed' || !record.department) return '';
  return `：${await nameOfDepartment(strapi, record.department)}`;
}

/** What the clock counts and what was decided, by the day on which it happened. */
export const inHistory = (...steps: readonly (readonly Step[])[]): EventTold[] =>
  steps
    .flat()
    .sort((a, b) => a.told.on.localeCompare(b.told.on) || a.at.getTime() - b.at.getTime())
    .map(({ told }) => told);
