import type { Core } from '@strapi/strapi';
import { labelsOf } from '../../../exchange/server/webhooks/view';
import { isMailReady } from '../../../notifications/server/mail/ready';
import type { SubscriptionFigures } from '../contract';
import { FREQUENCIES, FREQUENCY_NAMES } from '../frequency';

/** Rows of a list. */
const MOST = 20;

type Counted = { value: string; n: number };

/** How many have subscribed to what. */
export async function readFigures(strapi: Core.Strapi): Promise<SubscriptionFigures> {
  const knex = strapi.db.connection;
  const { rows } = await knex.raw(
    `select count(*) filter (where state = 'active')::int as active, count(*) filter (where state = 'pending')::int as pending,
            count(*) filter (where state = 'active' and last_error is not null)::int as failing,
            count(*) filter (where state = 'active' and i.filters->>'q' <> '')::int as searches
       from subscriptions s join subscription_interests i on i.id = s.interest_id`,
  );
  const { rows: frequencies } = (await knex.raw(
    "select frequency as value, count(*)::int as n from subscriptions where state = 'active' group by frequency",
  )) as { rows: Counted[] };
  const labels = await labelsOf(strapi);
  const named = async (field: 'domain' | 'department', names: { value: string; label: string }[]) =>
    (await countBy(strapi, field)).map(({ value, n }) => ({
      name: names.find((one) => one.value === value)?.label ?? value,
      count: n,
    }));
  return {
    mailReady: isMailReady(strapi),
    ...rows[0],
    byFrequency: FREQUENCIES.map((value) => ({
      name: FREQUENCY_NAMES[value],
      count: frequencies.find((one) => one.value === value)?.n ?? 0,
    })),
    byDomain: await named('domain', labels.domains),
    byDepartment: await named('department', labels.departments),
  };
}

async function countBy(strapi: Core.Strapi, field: 'domain' | 'department'): Promise<Counted[]> {
  const { rows } = (await strapi.db.connection.raw(
    `select value, count(*)::int as n
       from subscriptions s join subscription_interests i on i.id = s.interest_id,
            jsonb_array_elements_text(i.filters->?) as value
      where s.state = 'active' group by value order by n desc, value limit ?`,
    [field, MOST],
  )) as { rows: Counted[] };
  return rows;
}
