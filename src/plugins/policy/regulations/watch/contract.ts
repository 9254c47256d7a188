/** What the panel's page and the server say to each other. Types only, and no imports. */

/** A text on the site that is older than the newest official one. */
export type OutdatedText = {
  documentId: string;
  uid: string;
  title: string;
  owner: string;
  ownerName: string;
  publishedAt: string;
  /** the version that the site has */
  textVersionOn: string;
  regulation: string;
  latestOn: string;
  /** from which day the newest version holds */
  inForceFrom: string;
  isInForce: boolean;
};

export type RegulationWatch = {
  /** how many official texts there are to compare with */
  regulations: number;
  texts: number;
  outdated: OutdatedText[];
};
