import type { DisputeTold, RequestTold } from '../../../shared/contract';
import type { RequestKind } from '../../../shared/kinds';
import { outcomesOf } from '../../../shared/outcomes';
import { ACT_FIELDS, type ActField, type Choice } from '../act-fields';

/** What a verb asks for of this request: how it may end follows from its kind. */
export const fieldsFor = (verb: string, { kind }: Pick<RequestTold, 'kind'>): readonly ActField[] =>
  (ACT_FIELDS[verb] ?? []).map((field) =>
    field.name === 'answer.outcome' ? { ...field, choices: outcomesOf(kind as RequestKind) } : field,
  );

export const disputeChoice = ({ id, kindLabel, organ, filedOn, resultLabel }: DisputeTold): Choice => ({
  code: id,
  label: `${kindLabel}，${organ}，${filedOn}提出，${resultLabel ?? '尚未审结'}`,
});
