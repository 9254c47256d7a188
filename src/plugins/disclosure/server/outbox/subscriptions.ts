import type { Core } from '@strapi/strapi';
import type { Transaction } from '../types';

/** What happened, as a subscriber is told of it. */
export type OutboxEvent = {
  /** grows with time; the same event always has the same id */
  id: number;
  topic: string;
  documentId: string;
  payload: OutboxPayload;
  createdAt: Date;
};

export type OutboxPayload = {
  type: string;
  editionNo: number | null;
  /** the department that owned the document before the verb */
  owner: string | null;
  version: number;
  by: { personId: string; name: string; via: string };
  /** who had written it before the verb: a publication begins anew */
  contributors?: readonly string[];
  /** what was said with the verb, personal data masked */
  reason: string | null;
} & Record<string, unknown>;

export type Subscription = {
  /** names its queue: stays the same for ever */
  name: string;
  topics: readonly string[];
  /**
   * Does what follows from an event. What it writes with `trx` happens exactly once; whatever else it does
   * may happen again after a crash, so it must know events by their id.
   */
  handle: (event: OutboxEvent, trx: Transaction) => Promise<void>;
};

const subscriptions = new WeakMap<object, Subscription[]>();

/** Registers a subscriber, before the product starts to work; it hears of what happens from then on. */
export function subscribe(strapi: Core.Strapi, subscription: Subscription): void {
  subscriptions.set(strapi, [...(subscriptions.get(strapi) ?? []), subscription]);
}

export const subscribersOf = (strapi: Core.Strapi, topic: string): string[] =>
  (subscriptions.get(strapi) ?? []).filter(({ topics }) => topics.includes(topic)).map(({ name }) => name);

export const findSubscription = (strapi: Core.Strapi, name: string): Subscription | undefined =>
  subscriptions.get(strapi)?.find((subscription) => subscription.name === name);

export const subscriberNames = (strapi: Core.Strapi): string[] =>
  (subscriptions.get(strapi) ?? []).map(({ name }) => name);
