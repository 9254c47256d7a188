import { call } from './call';

export type Entry = Record<string, unknown> & {
  cursor: string;
  change: string;
  state: 'live' | 'withdrawn';
  documentId: string;
};

/** Another platform that keeps a copy of all that is public, by the log of changes alone. */
export class Consumer {
  /** what is live, by documentId */
  readonly copy = new Map<string, Entry>();
  readonly tombstones = new Map<string, Entry>();
  /** everything that was read, in its order */
  readonly entries: Entry[] = [];
  private cursor: string | null = null;

  constructor(
    private readonly addresses: () => readonly string[],
    private readonly limit = 7,
  ) {}

  /** Reads on to the end of the log, each page wherever somebody answers. */
  async readOn(): Promise<void> {
    while (await this.readPage());
  }

  /** Reads on for as long as something goes on. */
  async follow(work: Promise<unknown>): Promise<void> {
    let isOver = false;
    const end = work.finally(() => {
      isOver = true;
    });
    while (!isOver) await this.readPage();
    await end;
    await this.readOn();
  }

  /** @returns whether there is more */
  private async readPage(): Promise<boolean> {
    const query = `limit=${this.limit}${this.cursor ? `&cursor=${this.cursor}` : ''}`;
    for (const address of this.addresses()) {
      const answer = await call(`${address}/api/exchange/changes?${query}`).catch(() => null);
      if (!answer) continue;
      if (answer.status !== 200) throw new Error(answer.text);
      for (const entry of answer.body.data as Entry[]) this.keep(entry);
      this.cursor = answer.body.meta.nextCursor;
      return answer.body.meta.more;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    return true;
  }

  private keep(entry: Entry): void {
    this.entries.push(entry);
    const [to, from] = entry.state === 'live' ? [this.copy, this.tombstones] : [this.tombstones, this.copy];
    from.delete(entry.documentId);
    to.set(entry.documentId, entry);
  }
}
