import type { VerbName } from '../types';
import { approve } from './approve';
import { clone } from './clone';
import { correct } from './correct';
import { create } from './create';
import { remove } from './delete';
import { discard } from './discard';
import { edit } from './edit';
import { expedite } from './expedite';
import { publish } from './publish';
import { ratify } from './ratify';
import { restore } from './restore';
import { sendBack } from './return';
import { schedule } from './schedule';
import { submit } from './submit';
import { transfer } from './transfer';
import { unschedule } from './unschedule';
import type { Verb } from './verb';
import { withdraw } from './withdraw';

/** The transition table: the guard, the buttons, the documentation and the tests read it. */
export const VERB_TABLE: Record<VerbName, Verb> = {
  create,
  edit,
  clone,
  delete: remove,
  discard,
  submit,
  return: sendBack,
  approve,
  publish,
  schedule,
  unschedule,
  expedite,
  ratify,
  withdraw,
  correct,
  restore,
  transfer,
};

/** The verbs that have a route and a button of their own; the others are plain REST writes. */
export const WORKFLOW_VERBS = [
  'submit',
  'return',
  'approve',
  'publish',
  'schedule',
  'unschedule',
  'expedite',
  'ratify',
  'correct',
  'restore',
  'withdraw',
  'transfer',
] as const satisfies readonly VerbName[];
export type WorkflowVerb = (typeof WORKFLOW_VERBS)[number];

export const isWorkflowVerb = (name: string): name is WorkflowVerb =>
  (WORKFLOW_VERBS as readonly string[]).includes(name);
