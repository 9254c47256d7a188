import type { Knex } from 'knex';
import { z } from 'zod';
import { fromJson } from '../../../disclosure/server/read-model/json';
import type { Channel, NoticeKind } from '../contract';
import { CHANNELS, KIND_NAMES } from '../kinds';

export type Choices = Partial<Record<NoticeKind, Channel>>;

export const choicesSchema = z.partialRecord(
  z.enum(KIND_NAMES as [NoticeKind, ...NoticeKind[]]),
  z.enum(CHANNELS),
);

/** What people have chosen; whoever has chosen nothing is not in it. */
export async function loadChoices(knex: Knex, personIds: readonly string[]): Promise<Map<string, Choices>> {
  const rows = await knex('notification_preferences')
    .whereIn('person_id', [...personIds])
    .select('person_id', 'channels');
  return new Map(rows.map((row) => [String(row.person_id), fromJson<Choices>(row.channels)]));
}

/** Keeps what a person has chosen; kinds that she does not name stay as they are. */
export async function saveChoices(knex: Knex, personId: string, choices: Choices): Promise<void> {
  await knex.raw(
    `insert into notification_preferences as p (person_id, channels) values (?, ?)
     on conflict (person_id) do update set channels = p.channels || excluded.channels, updated_at = now()`,
    [personId, JSON.stringify(choices)],
  );
}
