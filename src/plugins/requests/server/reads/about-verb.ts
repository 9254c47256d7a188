import type { Core } from '@strapi/strapi';
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
    default:
      return null;
  }
}
