import type { OfficialDocument } from '../../../disclosure/server/official-copies';
import { longDate } from '../../../disclosure/server/rules/days-off';
import { labelIn, SERVICE_METHODS } from '../../shared/choices';
import type { Paper } from '../../shared/notices';
import type { Delivery } from './store/deliveries';

type Input = { paper: Paper; organ: string; deliveries: readonly Delivery[] };

/** To be filled in by hand. */
const LINE = '　　　　　　　　';

/** 送达回证 of a notice: what is known of its delivery, and room for what is not. Pure. */
export function serviceReceipt({ paper, organ, deliveries }: Input): OfficialDocument {
  const last = deliveries.findLast(({ what }) => what !== 'downloaded');
  const served = deliveries.findLast(({ what }) => what === 'served');
  const record = Object.assign({}, ...deliveries.map((one) => one.record)) as Delivery['record'];
  return {
    title: '送达回证',
    docNo: null,
    head: [{ label: '申请编号', value: paper.requestNumber }],
    fields: [
      { label: '送达机关', value: organ },
      { label: '受送达人', value: paper.addressee },
      { label: '送达文书', value: `《${paper.title}》（${paper.number ?? ''}）` },
      { label: '送达方式', value: last ? labelIn(SERVICE_METHODS, last.method) : LINE },
      { label: '邮件号', value: record.tracking ?? LINE },
      { label: '送达日期', value: served ? longDate(served.on) : '　　年　　月　　日' },
      { label: '签收人', value: record.receivedBy ?? LINE },
      { label: '受送达人签名或者盖章', value: LINE },
      { label: '拒收情况', value: record.refusal ?? LINE },
      { label: '送达人', value: served?.byName ?? LINE },
      { label: '备注', value: record.how ?? LINE },
    ],
    blocks: [],
    notes: ['由他人代收的，请写明代收人与受送达人的关系。'],
  };
}
