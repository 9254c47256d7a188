import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { encryptionKey } from '../../../disclosure/server/privacy/derived-key';
import { open, seal } from '../../../disclosure/server/privacy/secret-box';
import { fromJson } from '../../../disclosure/server/read-model/json';
import type { Transaction } from '../../../disclosure/server/types';
import { type Filters, filtersSchema } from '../interest';

/** Who is told of changes. */
export type Target = {
  id: string;
  name: string;
  url: string;
  /** sealed */
  secret: string;
  filters: Filters;
  profile: string;
  state: 'active' | 'paused';
  pauseReason: string | null;
  /** the last entry of the log that was looked at */
  position: number;
  failingSince: Date | null;
  lastSuccessAt: Date | null;
  createdAt: Date;
};

const key = (strapi: Core.Strapi): Buffer => encryptionKey(strapi, 'exchange: secrets of webhooks');

export const sealSecret = (strapi: Core.Strapi, id: string, secret: string): string =>
  seal(key(strapi), id, secret);
export const openSecret = (strapi: Core.Strapi, { id, secret }: Pick<Target, 'id' | 'secret'>): string =>
  open(key(strapi), id, secret);

type Row = Pick<Target, 'id' | 'name' | 'url' | 'secret' | 'profile' | 'state'> & {
  filters: unknown;
  position: string;
  pause_reason: string | null;
  failing_since: Date | null;
  last_success_at: Date | null;
  created_at: Date;
};

const toTarget = ({ id, name, url, secret, profile, state, ...row }: Row): Target => ({
  id,
  name,
  url,
  secret,
  profile,
  state,
  filters: filtersSchema.parse(fromJson(row.filters)),
  pauseReason: row.pause_reason,
  position: Number(row.position),
  failingSince: row.failing_since,
  lastSuccessAt: row.last_success_at,
  createdAt: row.created_at,
});

export const findTarget = async (knex: Knex | Transaction, id: string): Promise<Target | null> => {
  const row = (await knex('webhook_targets').where({ id }).first()) as Row | undefined;
  return row ? toTarget(row) : null;
};

export const listTargets = async (knex: Knex | Transaction): Promise<Target[]> =>
  ((await knex('webhook_targets').orderBy(['created_at', 'id'])) as Row[]).map(toTarget);
