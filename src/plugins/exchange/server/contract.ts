/**
 * What the panel's page 数据交换 and the server say to each other. Types only, and no imports: the panel's build
 * must not depend on the server's code.
 */

export type TargetFilters = {
  domain: string[];
  department: string[];
  theme: string[];
  audience: string[];
  q: string;
};

export type TargetView = {
  id: string;
  name: string;
  url: string;
  filters: TargetFilters;
  /** the same in words */
  filterText: string;
  profile: string;
  state: 'active' | 'paused';
  /** why it is paused where nobody has paused it */
  pauseReason: string | null;
  /** entries of the log that it has not looked at, filters not counted */
  behind: number;
  /** entries that were not taken and are tried again */
  waiting: number;
  /** ISO 8601 */
  failingSince: string | null;
  lastSuccessAt: string | null;
  createdAt: string;
};

export type ExchangeView = {
  targets: TargetView[];
  profiles: { name: string; title: string }[];
  domains: { value: string; label: string }[];
  departments: { value: string; label: string }[];
  /** the newest entry of the log; null: nothing was ever public */
  lastChangeAt: string | null;
  entries: number;
};

/** The secret is shown this once. */
export type CreatedTarget = { target: TargetView; secret: string };

export type DeliveryView = {
  id: string;
  seq: number;
  documentId: string;
  title: string | null;
  changeName: string;
  attempt: number;
  at: string;
  outcome: 'delivered' | 'failed' | 'given-up';
  status: number | null;
  error: string | null;
};
export type DeliveryPage = { deliveries: DeliveryView[]; nextCursor: string | null };
