import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import { DisclosureError } from '../../../../disclosure/server/errors';
import type { Actor, Transaction } from '../../../../disclosure/server/types';
import type { PersonRow } from '../find-people';

export type ActContext<Input> = {
  strapi: Core.Strapi;
  trx: Transaction;
  actor: Actor;
  person: PersonRow;
  input: Input;
};

/** What an act leaves: for the audit log, and what is told once. */
export type ActResult = { details?: Record<string, unknown>; initialPassword?: string };

/** Something that is done to a person's account. */
export type Act<Input = never> = {
  input: z.ZodType<Input>;
  perform(context: ActContext<Input>): Promise<ActResult>;
};

export const act = <Input>(
  input: z.ZodType<Input>,
  perform: (context: ActContext<Input>) => Promise<ActResult>,
): Act<Input> => ({ input, perform });

/** @throws DisclosureError INVALID_TRANSITION where she does not sign in to the panel */
export function accountOf({ user_id: id }: PersonRow): number {
  if (id !== null) return id;
  throw new DisclosureError('INVALID_TRANSITION', '这个人员没有管理端账号');
}

/** @throws DisclosureError INVALID_TRANSITION for an account that is no member's */
export function memberOf({ id, department }: PersonRow): string {
  if (department !== null) return id;
  throw new DisclosureError(
    'INVALID_TRANSITION',
    '这个账号没有部门和职责可改：系统管理员不属于部门；其他账号请停用后重新建人员',
  );
}
