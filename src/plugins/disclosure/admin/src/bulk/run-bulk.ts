import type { DeskBulkDocument, DeskBulkVerb } from '../../../server/desk/contract';

/** A row of the list as it was chosen: its version is what the person has seen. */
export type Chosen = { documentId: string; version?: unknown };

export type Result = { documentId: string; title: string | null; outcome: 'done' | 'refused'; words: string };

export type Choice = {
  verb: DeskBulkVerb;
  label: string;
  able: DeskBulkDocument[];
  unable: { document: DeskBulkDocument; why: string }[];
};

/** Documents at once, at most; the server says so as well. */
export const BULK_MAX = 100;

/** The steps that can be taken with at least one of the documents, and with which. Pure. */
export function choicesOf(documents: readonly DeskBulkDocument[]): Choice[] {
  const verbs = documents[0]?.verbs.map(({ verb, label }) => ({ verb, label })) ?? [];
  return verbs
    .map(({ verb, label }): Choice => {
      const able: DeskBulkDocument[] = [];
      const unable: Choice['unable'] = [];
      for (const document of documents) {
        const button = document.verbs.find((one) => one.verb === verb);
        if (button?.allowed) able.push(document);
        else unable.push({ document, why: button?.why ?? '' });
      }
      return { verb, label, able, unable };
    })
    .filter(({ able }) => able.length > 0);
}

/** The version that the person has seen in the list; where the list does not tell it, the one just asked for. */
export function versionSeen(document: DeskBulkDocument, chosen: readonly Chosen[]): number {
  const row = chosen.find(({ documentId }) => documentId === document.documentId);
  const version = Number(row?.version);
  return row?.version != null && Number.isInteger(version) ? version : document.version;
}

type Run = {
  documents: readonly DeskBulkDocument[];
  /** takes the step with one; the sentence of the refusal, or null */
  step: (document: DeskBulkDocument) => Promise<string | null>;
  isStopped: () => boolean;
  onResult: (result: Result) => void;
};

/** Takes the step with one document after another, each on its own; a refusal holds nothing else up. */
export async function runBulk({ documents, step, isStopped, onResult }: Run): Promise<void> {
  for (const document of documents) {
    if (isStopped()) return;
    const { documentId, title } = document;
    const refusal = await step(document).catch((error: unknown) => String(error));
    onResult({
      documentId,
      title,
      outcome: refusal === null ? 'done' : 'refused',
      words: refusal ?? '已办理',
    });
  }
}
