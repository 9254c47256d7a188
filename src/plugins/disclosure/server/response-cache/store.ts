import { LRUCache } from 'lru-cache';
import { nextMidnight } from '../jobs/next-change';
import type { Entry } from './entry';
import { EVERYTHING } from './tags';

/** Milliseconds for which an answer is given at most, in case that somebody's change should tell nobody. */
const KEPT_MS = 300_000;
/** Invalidations during one run that are remembered one by one. */
const REMEMBERED = 1_000;

/** Somebody who waits for a run; null: the answer is nobody else's, so she runs it herself. */
export type Waiting = { send: (entry: Entry | null) => void };

/** A run that makes the answer of a key, and those who wait for it. */
export type Flight = {
  key: string;
  waiting: Waiting[];
  /** what was invalidated since it began; null: everything */
  outdated: Set<string> | null;
};

const isCurrent = ({ outdated }: Flight, { tags }: Entry): boolean =>
  outdated !== null && tags.every((tag) => !outdated.has(tag));

/**
 * The answers that are kept, by key, in bounded memory. An answer that was computed from before an invalidation is
 * never kept after it, and nobody who asks after an invalidation waits for a run that began before it.
 */
export class ResponseStore {
  private readonly kept: LRUCache<string, Entry>;
  private readonly byTag = new Map<string, Set<string>>();
  private readonly joinable = new Map<string, Flight>();
  private readonly flying = new Set<Flight>();
  private midnight = nextMidnight(new Date()).getTime();
  private on = false;
  private current: object = {};

  constructor(bytes: number) {
    this.kept = new LRUCache({
      maxSize: Math.max(1, bytes),
      // one answer is never most of what is kept
      maxEntrySize: Math.max(1, Math.floor(bytes / 20)),
      sizeCalculation: ({ size }) => size,
      dispose: ({ tags }, key) => this.untag(tags, key),
      noDisposeOnSet: true,
    });
  }

  /** Whether answers are kept and given; while this instance does not hear the others, none are. */
  get isOn(): boolean {
    return this.on;
  }

  /** Another object each time that everything was forgotten: what is made of reference data is kept for as long (`keptValue`). */
  get era(): object {
    return this.current;
  }

  switchOn(): void {
    this.on = true;
  }

  switchOff(): void {
    this.on = false;
    this.clear();
  }

  get bytes(): number {
    return this.kept.calculatedSize;
  }

  get size(): number {
    return this.kept.size;
  }

  get(key: string): Entry | undefined {
    const now = Date.now();
    this.turnDay(now);
    const entry = this.kept.get(key);
    if (entry && entry.until <= now) {
      this.kept.delete(key);
      return undefined;
    }
    return entry;
  }

  /** Waits for the run of a key if there is one; else it is the caller's to run. */
  join(key: string, waiting: Waiting): Flight | null {
    const flight = this.joinable.get(key);
    if (flight) {
      flight.waiting.push(waiting);
      return null;
    }
    const own: Flight = { key, waiting: [], outdated: new Set() };
    this.joinable.set(key, own);
    this.flying.add(own);
    return own;
  }

  /** Ends a run; its answer is kept unless something that it is made of has changed meanwhile. */
  end(flight: Flight, entry: Entry | null): void {
    this.turnDay(Date.now());
    if (!this.flying.delete(flight)) return;
    if (this.joinable.get(flight.key) === flight) this.joinable.delete(flight.key);
    if (entry && this.on && isCurrent(flight, entry)) {
      entry.until = Math.min(Date.now() + KEPT_MS, this.midnight);
      this.keep(flight.key, entry);
    }
    for (const { send } of flight.waiting) send(entry);
  }

  /** Counts an entry anew that has grown. */
  resize(key: string, entry: Entry): void {
    if (this.kept.peek(key) !== entry) return;
    // the same value set again would be counted as before
    this.kept.delete(key);
    this.keep(key, entry);
  }

  private keep(key: string, entry: Entry): void {
    const before = this.kept.peek(key);
    if (before && before !== entry) this.untag(before.tags, key);
    this.kept.set(key, entry);
    if (!this.kept.has(key)) return;
    for (const tag of entry.tags) {
      const keys = this.byTag.get(tag) ?? new Set();
      this.byTag.set(tag, keys.add(key));
    }
  }

  private untag(tags: readonly string[], key: string): void {
    for (const tag of tags) {
      const keys = this.byTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.byTag.delete(tag);
    }
  }

  /** Forgets every answer that carries one of some tags. */
  invalidate(tags: readonly string[]): void {
    if (tags.includes(EVERYTHING)) {
      this.clear();
      return;
    }
    this.joinable.clear();
    for (const flight of this.flying) {
      if (flight.outdated && flight.outdated.size > REMEMBERED) flight.outdated = null;
      for (const tag of tags) flight.outdated?.add(tag);
    }
    for (const tag of tags) {
      for (const key of [...(this.byTag.get(tag) ?? [])]) this.kept.delete(key);
    }
  }

  clear(): void {
    this.current = {};
    this.joinable.clear();
    for (const flight of this.flying) flight.outdated = null;
    this.kept.clear();
    this.byTag.clear();
  }

  /** What is valid, in force or due is so on a day: at midnight in Shanghai every answer may be another one. */
  private turnDay(now: number): void {
    if (now < this.midnight) return;
    this.midnight = nextMidnight(new Date(now)).getTime();
    this.clear();
  }
}
