import { CHANNELS } from '../../../shared/choices';
import type { ActField } from '../act-fields';

/** Correcting what was registered of the receipt. */
export const RECEIPT_FIELDS: Record<string, readonly ActField[]> = {
  correctReceipt: [
    {
      name: 'receivedOn',
      label: '正确的收到日期',
      kind: 'date',
      hint: '答复期限按更正后的日期重新计算，原登记的日期留在办理经过里；拆分出的各件分别更正',
    },
    {
      ...{ name: 'channel', label: '正确的申请方式', kind: 'choice', optional: true },
      choices: CHANNELS.filter(({ code }) => code !== 'online'),
      hint: '不改的不选',
    },
  ],
};
