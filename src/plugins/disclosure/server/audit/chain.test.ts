import {
  type AuditContent,
  type ChainedEntry,
  canonicalJson,
  checkEntry,
  GENESIS_HASH,
  hashEntry,
} from './chain';

const content = (seq: number, changes: Partial<AuditContent> = {}): AuditContent => ({
  seq,
  at: `2026-11-23T08:00:0${seq}.000Z`,
  verb: 'edit',
  outcome: 'done',
  code: null,
  actor: { kind: 'member', name: '录入员' },
  type: 'plugin::test.record',
  documentId: 'd1',
  owner: 'finance',
  version: seq,
  editionNo: null,
  reason: null,
  details: null,
  ...changes,
});

function chain(length: number): ChainedEntry[] {
  const entries: ChainedEntry[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const previousHash = entries.at(-1)?.hash ?? GENESIS_HASH;
    entries.push({ ...content(seq), previousHash, hash: hashEntry(content(seq), previousHash) });
  }
  return entries;
}

function firstFault(entries: ChainedEntry[]) {
  let previous = { seq: 0, hash: GENESIS_HASH };
  for (const entry of entries) {
    const fault = checkEntry(entry, previous);
    if (fault) return fault;
    previous = entry;
  }
  return null;
}

test('an untouched chain has no fault', () => {
  expect(firstFault(chain(5))).toBeNull();
});

test.each(Object.keys(content(3)).filter((key) => key !== 'seq'))(
  'a change of %s is found at its entry',
  (key) => {
    const entries = chain(5);
    entries[2] = { ...(entries[2] as ChainedEntry), [key]: 'tampered' };
    expect(firstFault(entries)).toEqual({ seq: 3, fault: 'changed' });
  },
);

test('an entry whose hash was recomputed after the change breaks the next one', () => {
  const entries = chain(5);
  const { previousHash } = entries[2] as ChainedEntry;
  const forged = content(3, { reason: 'forged' });
  entries[2] = { ...forged, previousHash, hash: hashEntry(forged, previousHash) };
  expect(firstFault(entries)).toEqual({ seq: 4, fault: 'reordered' });
});

test('a deleted entry is named', () => {
  expect(firstFault(chain(5).filter(({ seq }) => seq !== 3))).toEqual({ seq: 3, fault: 'missing' });
});

test('two entries that changed places are found, also when their numbers were exchanged', () => {
  const [first, second, third] = chain(3) as [ChainedEntry, ChainedEntry, ChainedEntry];
  expect(firstFault([first, third, second])).not.toBeNull();
  expect(firstFault([first, { ...third, seq: 2 }, { ...second, seq: 3 }])).not.toBeNull();
});

describe('canonical JSON', () => {
  test('does not depend on the order of keys, at any depth', () => {
    expect(canonicalJson({ b: 1, a: { d: [1, { y: 1, x: 2 }], c: null } })).toBe(
      canonicalJson({ a: { c: null, d: [1, { x: 2, y: 1 }] }, b: 1 }),
    );
  });
  test('survives a journey through JSON', () => {
    const value = { text: '“引号”\n', number: 1.5, list: [true, null], gone: undefined };
    expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(canonicalJson(value));
  });
  test('tells different values apart', () => {
    expect(canonicalJson({ a: '1' })).not.toBe(canonicalJson({ a: 1 }));
    expect(canonicalJson(['a', 'b'])).not.toBe(canonicalJson(['a,b']));
  });
});
