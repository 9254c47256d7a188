import type { OfficialDocument } from '../../../disclosure/server/official-copies';
import { plain } from '../../../disclosure/server/official-copies/document/model';
import type { Outcome } from '../../shared/outcomes';
import { remediesOf } from '../outcomes/remedies';

/** Who writes to whom about what: the same in every letter. */
export type LetterHead = {
  departmentName: string;
  number: string;
  applicantName: string;
  receivedOn: string;
  /** what was asked for, in one line */
  wanted: string;
};

export const longDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

const REGULATION = '《中华人民共和国政府信息公开条例》';

/** A letter: who is addressed, paragraphs, who signs and when. Pure. */
export function letter(
  title: string,
  head: LetterHead,
  day: string,
  paragraphs: readonly string[],
): OfficialDocument {
  return {
    title,
    docNo: `申请编号：${head.number}`,
    head: [],
    fields: [],
    blocks: [
      plain(`${head.applicantName}:`),
      ...paragraphs
        .flatMap((text) => text.split('\n'))
        .filter(Boolean)
        .map((text) => plain(text, { indent: true })),
      plain(head.departmentName, { align: 'right' }),
      plain(longDay(day), { align: 'right' }),
    ],
    notes: [],
  };
}

const received = ({ departmentName, receivedOn, wanted }: LetterHead): string =>
  `${departmentName}于${longDay(receivedOn)}收到您(单位)提出的政府信息公开申请，申请公开“${wanted}”。`;

type Answer = { text: string; reasons: string; answeredOn: string };
type Organs = Parameters<typeof remediesOf>[1];

/** 答复书, with its legal basis, its reasons and the remedies (条例第三十六条至第三十九条). */
export const answerLetter = (
  head: LetterHead,
  outcome: Outcome,
  answer: Answer,
  organs: Organs,
): OfficialDocument =>
  letter('政府信息公开申请答复书', head, answer.answeredOn, [
    `${received(head)}经审查，${outcome.basis ? `根据${outcome.basis}的规定,` : ''}现答复如下:`,
    answer.text,
    answer.reasons,
    remediesOf(outcome, organs),
  ]);

/** 补正告知书 (条例第三十条). */
export const correctionLetter = (
  head: LetterHead,
  notice: { on: string; until: string; items: string },
): OfficialDocument =>
  letter('政府信息公开申请补正告知书', head, notice.on, [
    `${received(head)}经审查，申请内容不明确，根据${REGULATION}第三十条的规定，请您(单位)于${longDay(notice.until)}前补正以下事项:`,
    notice.items,
    '答复期限自收到补正后的申请之日起计算。无正当理由逾期不补正的，视为放弃申请，不再处理该申请。',
  ]);

/** 延期答复告知书 (条例第三十三条). */
export const extensionLetter = (
  head: LetterHead,
  notice: { on: string; dueOn: string; reason: string },
): OfficialDocument =>
  letter('政府信息公开申请延期答复告知书', head, notice.on, [
    `${received(head)}因${notice.reason},不能在法定期限内答复。根据${REGULATION}第三十三条的规定，经政府信息公开工作机构负责人同意，延长答复期限，将于${longDay(notice.dueOn)}前答复。`,
  ]);
