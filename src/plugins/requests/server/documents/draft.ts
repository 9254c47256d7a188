import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../../disclosure/server/errors';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import { longDate } from '../../../disclosure/server/rules/days-off';
import type { Transaction } from '../../../disclosure/server/types';
import type { Paper, TemplateText } from '../../shared/notices';
import { wantedLine } from '../reads/title';
import { contentOf, type RequestRow } from '../store/rows';
import type { Asked } from './of-acts';
import type { Values } from './placeholders';
import { templateInForce } from './store/templates';
import { fill, paragraphsOf } from './template';

export type Draft = { paper: Paper; templateId: string | null };

/**
 * A notice as it would be given now, without a number.
 *
 * @throws DisclosureError where the request is not registered, or has been forgotten
 */
export async function draftOf(
  strapi: Core.Strapi,
  reader: Transaction | Core.Strapi['db']['connection'],
  row: RequestRow,
  asked: Asked,
): Promise<Draft> {
  const content = contentOf(strapi, row);
  if (!content) throw new DisclosureError('INVALID_TRANSITION', '申请内容已按期删除，不能再制作文书');
  if (!row.number || !row.receivedOn)
    throw new DisclosureError('INVALID_TRANSITION', '申请还没有登记，不能制作文书');
  const signedBy = await nameOfDepartment(strapi, asked.department ?? row.owner);
  const values: Values = {
    申请编号: row.number,
    收到日期: longDate(row.receivedOn),
    申请内容: wantedLine(strapi, row) ?? '',
    承办机关: signedBy,
    文书日期: longDate(asked.on),
    申请人: content.applicant.name,
    称谓: content.applicant.kind === 'person' ? '您' : '贵单位',
    ...asked.own,
  };
  const { id, text } = await templateInForce(reader, asked.kind);
  const addressee = asked.addressee ?? content.applicant.name;
  return { paper: layOut(text, values, addressee), templateId: id };
}

/** A template filled in. Pure. */
export const layOut = ({ title, body }: TemplateText, values: Values, addressee: string): Paper => ({
  title: fill(title, values),
  number: null,
  requestNumber: values.申请编号 ?? '',
  addressee,
  paragraphs: paragraphsOf(body, values),
  signedBy: values.承办机关 ?? '',
  day: values.文书日期 ?? '',
});
