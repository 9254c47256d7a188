import type { OfficialDocument } from '../../../disclosure/server/official-copies';
import type { Outcome } from '../../shared/outcomes';
import { remediesOf } from '../outcomes/remedies';
import { type LetterHead, letter, longDay } from './letters';

type Answer = { text: string; reasons: string; answeredOn: string };

/** The answer to an application to correct a record of oneself (条例第四十一条). */
export const correctionAnswerLetter = (
  head: LetterHead,
  outcome: Outcome,
  answer: Answer,
  organs: Parameters<typeof remediesOf>[1],
): OfficialDocument =>
  letter('政府信息更正申请答复书', head, answer.answeredOn, [
    `${head.departmentName}于${longDay(head.receivedOn)}收到您（单位）提出的政府信息更正申请，申请更正“${head.wanted}”。经审查，根据${outcome.basis}的规定，现答复如下：`,
    `${outcome.label}。${answer.text}`,
    answer.reasons,
    remediesOf(outcome, organs),
  ]);
