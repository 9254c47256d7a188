/** What the panel's page 公众订阅 and the server say to each other: figures alone, nobody's address. */
export type SubscriptionFigures = {
  mailReady: boolean;
  active: number;
  pending: number;
  /** whose last mail did not go out */
  failing: number;
  byFrequency: { name: string; count: number }[];
  /** the most wanted, by what is asked for */
  byDomain: { name: string; count: number }[];
  byDepartment: { name: string; count: number }[];
  searches: number;
};
