import yauzl from 'yauzl';
import { type Budget, LIMITS, Unreadable } from './budget';

/** The entries of an archive whose names are wanted, inflated in the order of the archive, one at a time. */
export async function* readZip(
  bytes: Buffer,
  budget: Budget,
  wanted: (name: string) => boolean,
): AsyncGenerator<{ name: string; content: Buffer }> {
  const zip = await open(bytes);
  for await (const entry of entriesOf(zip)) {
    budget.entry();
    if (!wanted(entry.fileName)) continue;
    if (entry.isEncrypted()) throw new Unreadable('encrypted');
    yield { name: entry.fileName, content: await inflate(zip, entry, budget) };
  }
}

/** The names in an archive. */
export async function zipNames(bytes: Buffer, budget: Budget): Promise<Set<string>> {
  const names = new Set<string>();
  for await (const entry of entriesOf(await open(bytes))) {
    budget.entry();
    names.add(entry.fileName);
  }
  return names;
}

function open(bytes: Buffer): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(
      bytes,
      { lazyEntries: true, decodeStrings: true, validateEntrySizes: true },
      (error, zip) => (error ? reject(new Unreadable('broken')) : resolve(zip)),
    );
  });
}

async function* entriesOf(zip: yauzl.ZipFile): AsyncGenerator<yauzl.Entry> {
  let settle: { resolve: (entry: yauzl.Entry | null) => void; reject: (error: Error) => void } | null = null;
  zip.on('entry', (entry: yauzl.Entry) => settle?.resolve(entry));
  zip.on('end', () => settle?.resolve(null));
  zip.on('error', () => settle?.reject(new Unreadable('broken')));
  while (true) {
    const entry = await new Promise<yauzl.Entry | null>((resolve, reject) => {
      settle = { resolve, reject };
      zip.readEntry();
    });
    if (!entry) return;
    yield entry;
  }
}

function inflate(zip: yauzl.ZipFile, entry: yauzl.Entry, budget: Budget): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(new Unreadable('broken'));
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        try {
          budget.inflate(chunk.length);
          if (size > LIMITS.entryBytes) throw new Unreadable('too-large');
          chunks.push(chunk);
        } catch (limit) {
          stream.destroy();
          reject(limit);
        }
      });
      stream.on('error', () => reject(new Unreadable('broken')));
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}
