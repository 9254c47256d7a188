/** What the panel's page and the server say to each other. */
export type ConsumerView = {
  id: number;
  name: string;
  contact: string;
  purpose: string;
  perDay: number;
  perMinute: number;
  expiresOn: string | null;
  keyStart: string;
  keySince: string;
  createdAt: string;
  standing: 'active' | 'revoked' | 'expired';
  standingName: string;
  /** requests today; those of the last seconds may be missing */
  today: number;
};

/** One row of the table of usage. */
export type UsageRow = {
  consumerId: number;
  name: string;
  day: string;
  /** part of the interface, in Chinese */
  group: string;
  requests: number;
  refused: number;
};

export type ConsumersView = { consumers: ConsumerView[]; usage: UsageRow[]; days: number };

/** A key is told once: in the answer to what made it. */
export type KeyAnswer = { id: number; key: string };
