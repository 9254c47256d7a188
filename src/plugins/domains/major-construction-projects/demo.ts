import demo from '../../../../database/seeds/demo/major-construction-projects.json';
import { datedValues, docNoOf } from '../../disclosure/server/demo/entries';
import type { DemoEntry } from '../../disclosure/server/domain/manifest';
import { addDays } from '../../disclosure/server/rules/dates';
import type { ItemPlan } from './project';

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
      data: () => ({ ...datedValues(values, today), itemPlan: itemPlanOf({ notApplicable, formed }, today) }),
    };
    const published = records.map(({ actor: department, attributes, ...record }): DemoEntry => {
      const dated = datedValues(record, today);
      return {
        key: `${key}/${record.item}`,
        type: 'record',
        actor: department,
        data: (documentIdOf) => ({
          ...dated,
          ...docNoOf(dated),
          ...datedValues(attributes, today),
          project: documentIdOf(key),
        }),
      };
    });
    return [project, ...published];
  });
}
