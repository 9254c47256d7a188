import { DELIVERIES, SERVICE_METHODS } from '../../../shared/choices';
import type { ActField } from '../act-fields';

/** How the applicant has chosen to get the answer, where the request tells it in words. */
export const chosenDelivery = (label: string): string | null =>
  DELIVERIES.find((choice) => choice.label === label)?.code ?? null;

/** How it goes out, or how it has been served. */
export const METHOD: ActField = {
  ...{ name: 'method', label: '送达方式', kind: 'choice', choices: SERVICE_METHODS },
};

/** The number of a letter or parcel, where it went by post. */
export const TRACKING: ActField = {
  ...{ name: 'tracking', label: '邮件号', kind: 'text', optional: true },
  ...{ hint: '挂号信或者快递的单号', when: { name: 'method', is: 'post' } },
};

/** Somebody signs for it. */
const SIGNED = { name: 'method', is: ['post', 'pickUp', 'onSite', 'inHand'] };

/** Who took it, or why nobody did. */
export const SERVED: readonly ActField[] = [
  {
    ...{ name: 'receivedBy', label: '签收人', kind: 'text', optional: true, when: SIGNED },
    hint: '代收的，写明与收件人的关系',
  },
  {
    ...{ name: 'refusal', label: '拒收情况', kind: 'words', optional: true, when: SIGNED },
    hint: '拒绝签收的，写明经过、见证人和留置的情况',
  },
];

const WHAT = 'what';
const served = (field: ActField): ActField => ({ ...field, when: { name: WHAT, is: 'served' } });

const COMMON: readonly ActField[] = [
  METHOD,
  { name: 'on', label: '日期', kind: 'date', hint: '实际发出或者送达的那一天' },
  TRACKING,
];

/** What is written down of a notice's delivery; that an answer has arrived is a step of the request itself. */
export const deliveryFields = (isAnswer: boolean): readonly ActField[] =>
  isAnswer
    ? COMMON
    : [
        {
          ...{ name: WHAT, label: '登记的事项', kind: 'choice' },
          choices: [
            { code: 'dispatched', label: '已经发出（寄出、交付）' },
            { code: 'served', label: '已经送达（对方收到）' },
          ],
        },
        ...COMMON,
        ...[
          ...SERVED,
          {
            ...({ name: 'how', label: '送达情况', kind: 'text', optional: true } as const),
            hint: '如：本人签收、邮件投递成功；写在送达回证的备注里',
          },
        ].map(served),
      ];
