import demo from '../../../../database/seeds/demo/major-construction-projects.json';
import type { DemoEntry } from '../../disclosure/server/domain/manifest';
import { addDays } from '../../disclosure/server/rules/dates';
import type { Values } from '../../disclosure/server/types';
import type { ItemPlan } from './project';

/** Values ending in DaysAgo are days counted back from today: the demo stays as late as it was meant. */
function datesOf(values: Values, today: string): Values {
  const entries = Object.entries(values).map(([name, value]): [string, unknown] =>
    name.endsWith('DaysAgo')
      ? [name.replace(/DaysAgo$/, 'On'), addDays(today, -Number(value))]
      : [name, value],
  );
  return Object.fromEntries(entries);
}

/** A document number of the year in which the document was formed. */
function docNoOf({ docNo, formedOn }: Values): Values {
  return typeof docNo === 'string'
    ? { docNo: docNo.replace(/〔\d{4}〕/, `〔${String(formedOn).slice(0, 4)}〕`) }
    : {};
}

type Plan = {
  notApplicable: { item: string; reason: string }[];
  formed: { item: string; formedDaysAgo: number }[];
};

const itemPlanOf = ({ notApplicable, formed }: Plan, today: string): ItemPlan => ({
  ...Object.fromEntries(notApplicable.map(({ item, reason }) => [item, { notApplicable: reason }])),
  ...Object.fromEntries(
    formed.map(({ item, formedDaysAgo }) => [item, { formedOn: addDays(today, -formedDaysAgo) }]),
  ),
});

/** Three projects of the district with their publications, some late, some missing. */
export function demoEntries(today: string): DemoEntry[] {
  return demo.projects.flatMap(({ key, actor, data, records }) => {
    const { notApplicable, formed, ...values } = data;
    const project: DemoEntry = {
      key,
      type: 'project',
      actor,
      data: () => ({ ...datesOf(values, today), itemPlan: itemPlanOf({ notApplicable, formed }, today) }),
    };
    const published = records.map(({ actor: department, attributes, ...record }): DemoEntry => {
      const dated = datesOf(record, today);
      return {
        key: `${key}/${record.item}`,
        type: 'record',
        actor: department,
        data: (documentIdOf) => ({
          ...dated,
          ...docNoOf(dated),
          ...datesOf(attributes, today),
          project: documentIdOf(key),
        }),
      };
    });
    return [project, ...published];
  });
}
