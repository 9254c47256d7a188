import type { Core } from '@strapi/strapi';
import { isMailReady } from '../../../notifications/server/mail/ready';
import { DELIVERIES, labelIn } from '../../shared/choices';
import { proposeFee, VOLUME_TIERS } from '../fees/fees';
import { ordinalOf } from '../store/ordinal';
import type { RequestRow } from '../store/rows';
import type { Progress } from '../workflow/progress';
import { feeDecision, openProposal } from '../workflow/topics/fees';
import type { RequestVerb } from '../workflow/verbs';

/** What a person has to know before she uses a verb: the computation of a fee, for who proposes and for who decides. */
export async function aboutVerb(
  strapi: Core.Strapi,
  verb: RequestVerb,
  row: RequestRow,
  progress: Progress,
): Promise<string | null> {
  switch (verb) {
    case 'proposeFee': {
      if (!row.receivedOn || row.kind !== 'information') return null;
      const ordinal = await ordinalOf(strapi.db.connection, row);
      const byPiece = proposeFee('piece', { ordinal, pages: 0 });
      return `按件：${byPiece.explanation}。按量：${VOLUME_TIERS}；只告知已公开信息的获取途径的，不按量计收（待核实）。`;
    }
    case 'decideFee': {
      const proposal = openProposal(progress);
      return (
        proposal &&
        `${proposal.byName}建议：${proposal.explanation}${proposal.note ? `；${proposal.note}` : ''}`
      );
    }
    case 'notifyFee': {
      const decision = feeDecision(progress);
      return decision?.charge ? `已决定收费：${decision.explanation}` : null;
    }
    case 'submit':
      return '提交以后答复不能修改，要改的请审核人员退回。先由没有起草的人做法律顾问审查和保密审查，都通过后审核。';
    case 'approve':
      return '通过以后，由承办人发出答复。';
    case 'send':
      return `申请人要的获取方式：${labelIn(DELIVERIES, row.delivery)}。${SENDING[row.delivery] ?? byMail(strapi, row)}`;
    case 'noteService':
      return row.delivery === 'online' || row.delivery === 'email'
        ? '网上下载、电子邮件送达的，请写明怎样确认申请人已经收到；当面、邮寄送达的，请把签过字的送达回证存档（在“文书”里下载）。'
        : '当面送达、邮寄送达的，请把签过字的送达回证存档（在“文书”里下载）。';
    case 'archive':
      return '归档以后不再办理；申请人提出复议、诉讼的，仍可以由审核人员登记。';
    default:
      return null;
  }
}

/** What the desk has to do for an answer to arrive. */
const SENDING: Partial<Record<string, string>> = {
  online: '发出以后，申请人凭查询码下载答复书和随答复提供的文件。',
  post: '请打印答复书，和随答复提供的文件一起寄出，填写邮件号；还没有单号的，可以以后在“文书”里登记。',
  fax: '请把答复书和随答复提供的文件传真给申请人。',
  pickUp: '请通知申请人来领取，领取时在送达回证上签字。',
  onSite: '请约申请人来查阅、抄录，并在送达回证上签字。',
};

const byMail = (strapi: Core.Strapi, { delivery }: RequestRow): string => {
  if (delivery !== 'email') return '';
  return isMailReady(strapi)
    ? '发出以后，系统把答复书和随答复提供的文件发到申请人的邮箱，不用另外发送。'
    : '系统没有设置邮件服务器，不会自动发送：请用单位邮箱把答复书和随答复提供的文件发给申请人；要自动发送的，请系统管理员设置。';
};
