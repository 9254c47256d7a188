/** Several requests for the same: what 条例第四十四条 lets the organ make public by itself. */
export type ProposalTold = {
  id: string;
  owner: string;
  ownerName: string;
  title: string;
  /** distinct applicants */
  applicants: number;
  requests: { id: string; number: string | null; title: string; answeredOn: string }[];
  /** what applicants have proposed (第四十四条第二款) */
  suggestions: string[];
  /** titles of public documents that the answers name: the information is public, and not found */
  named: string[];
  /** null: nobody has decided */
  decision: {
    decision: 'accepted' | 'declined';
    reason: string | null;
    byName: string;
    on: string;
    /** the draft, for its link */
    document: { uid: string; documentId: string } | null;
  } | null;
  mayDecide: boolean;
};
