import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../disclosure/server/types';
import { missingIn } from '../acts/answer';
import { answerOf } from '../acts/sealed';
import { clockWhenReceived } from '../clock/clock';
import { ofType } from '../clock/events';
import { lapseOf } from '../clock/lapse';
import { disputesOf } from '../disputes/store';
import { type ClockFacts, clockInputOf } from '../store/clock-input';
import type { RequestRow } from '../store/rows';
import type { Progress } from '../workflow/progress';
import { recordsOf } from './store';

type Reader = Transaction | Core.Strapi['db']['connection'];

/** How far a request has come, as of today. */
export async function progressOf(
  strapi: Core.Strapi,
  knex: Reader,
  row: RequestRow,
  known?: ClockFacts,
): Promise<Progress> {
  const facts = known ?? (await clockInputOf(strapi, knex, row));
  const clock = clockWhenReceived(facts);
  return {
    ...{ kind: row.kind, asksTransfer: row.asksTransfer, today: facts.today },
    records: await recordsOf(strapi, knex, row.id),
    disputes: await disputesOf(strapi, knex, row.id),
    isFeeNotified: ofType(facts.events, 'feeNotified').length > 0,
    missing: missingIn(answerOf(strapi, row)),
    lapse: clock && lapseOf(facts, clock),
    reopened: ofType(facts.events, 'reopened').length,
    clock,
  };
}
