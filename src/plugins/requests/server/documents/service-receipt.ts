import type { OfficialDocument } from '../../../disclosure/server/official-copies';
import { longDate } from '../../../disclosure/server/rules/days-off';
import { labelIn, SERVICE_METHODS } from '../../shared/choices';
import type { Paper } from '../../shared/notices';
import type { Delivery } from './store/deliveries';

type Input = { paper: Paper; organ: string; deliveries: readonly Delivery[] };

/** Room for what is written by hand, in lines: a word or two, or a signature. */
const WORDS = 1.3;
const SIGNATURE = 3;
const DAY = '　　　　年　　月　　日';

/** 送达回证 of a notice: what is known of its delivery, and room for what is not and for signatures. Pure. */
export function serviceReceipt({ paper, organ, deliveries }: Input): OfficialDocument {
  const last = deliveries.findLast(({ what }) => what !== 'downloaded');
  const served = deliveries.findLast(({ what }) => what === 'served');
  const record = Object.assign({}, ...deliveries.map((one) => one.record)) as Delivery['record'];
  const words = (label: string, value = '') => ({ label, value, lines: WORDS });
  const signed = (label: string, value = '') => ({ label, value, lines: SIGNATURE, foot: DAY });
  return {
    title: '送达回证',
    docNo: null,
    head: [{ label: '申请编号', value: paper.requestNumber }],
    fields: [
      words('送达机关', organ),
      words('受送达人', paper.addressee),
      words('送达文书', `《${paper.title}》（${paper.number ?? ''}）`),
      words('送达方式', last ? labelIn(SERVICE_METHODS, last.method) : METHODS),
      words('邮件号', record.tracking),
      { ...words('送达日期', served && longDate(served.on)), ...(served ? {} : { foot: DAY }) },
      ...(record.receivedBy ? [words('签收人', record.receivedBy)] : []),
      signed('受送达人签名或者盖章'),
      signed('代收人签名、与受送达人关系'),
      signed('拒收情况、见证人签名', record.refusal),
      signed('送达人', served?.byName),
      { label: '备注', value: record.how ?? '', lines: 2 },
    ],
    blocks: [],
    notes: [],
  };
}

/** To be ticked by hand, where a receipt is printed before anything is sent: what goes out on paper. */
const METHODS = SERVICE_METHODS.filter(({ code }) => code !== 'online' && code !== 'email')
  .map(({ label }) => `□${label}`)
  .join('　');
