import type { Core } from '@strapi/strapi';
import type { Consumer } from '../consumer';
import { readConsumers } from '../office/store';
import { hashOf, isSameHash, looksLikeKey } from './key';

/** Milliseconds after which all are read again: so long another instance's revocation goes unnoticed here. */
const KEPT_MS = 5000;
/** … and after which an unknown key has them read again: it may be new, from another instance. */
const UNKNOWN_MS = 200;

/**
 * All consumers of a district, in memory: some hundreds at most, so unknown keys cost five
 * statements a second, however many come.
 */
export class Directory {
  #byHash = new Map<string, Consumer>();
  #readAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | null = null;

  constructor(private readonly strapi: Core.Strapi) {}

  /** Has the next look-up read them again. */
  forget(): void {
    this.#readAt = Number.NEGATIVE_INFINITY;
  }

  /** Whose key it is; null for a key that is nobody's. */
  async find(key: string): Promise<Consumer | null> {
    if (!looksLikeKey(key)) return null;
    const hash = hashOf(key);
    await this.#refresh(KEPT_MS);
    if (!this.#byHash.has(hash)) await this.#refresh(UNKNOWN_MS);
    const found = this.#byHash.get(hash);
    return found && isSameHash(found.keyHash, hash) ? found : null;
  }

  async #refresh(maxAge: number): Promise<void> {
    if (Date.now() - this.#readAt < maxAge) return;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
    });
    await this.#reading;
  }

  async #read(): Promise<void> {
    const begun = Date.now();
    const consumers = await readConsumers(this.strapi);
    this.#byHash = new Map(consumers.map((consumer) => [consumer.keyHash, consumer]));
    this.#readAt = begun;
  }
}
