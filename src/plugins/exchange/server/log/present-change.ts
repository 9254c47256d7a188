import { fromJson } from '../../../disclosure/server/read-model/json';
import { asOf } from '../../../disclosure/server/read-model/present';
import { shanghaiInstant, todayInShanghai } from '../../../disclosure/server/rules/dates';
import { pageAddress, publicAddress } from '../../../disclosure/server/site/addresses';
import type { Site } from '../../../disclosure/server/site/settings';
import type { Values } from '../../../disclosure/server/types';
import type { Change, Digest } from './changes';
import { cursorOf } from './place';

/** A file with what a copy of it must be. Null: the file cannot be read here. */
type ExchangedFile = {
  name: string | null;
  url: string;
  mime: string | null;
  size: number | null;
  sha256: string | null;
};

const UPLOAD = /\/uploads\/([\w.~%-]+)$/;

/** An entry as it is exchanged, under the names of the system; profiles give others (`format/profile.ts`). */
export function presentChange(change: Change, site: Pick<Site, 'url' | 'page'>): Values {
  const { seq, documentId, change: kind, at, state } = change;
  const head = { cursor: cursorOf(seq), change: kind, at: shanghaiInstant(at), documentId, state };
  if (change.publication) return { ...head, ...presentLive(change, change.publication, site) };
  const { withdrawnAt, withdrawnBy, owner, ...rest } = change.tombstone ?? ({} as never);
  return {
    ...head,
    ...rest,
    owner,
    withdrawnAt: shanghaiInstant(withdrawnAt),
    orderedBy: withdrawnBy === owner ? null : withdrawnBy,
  };
}

function presentLive(
  { documentId, files }: Change,
  stored: { summary: unknown; detail: unknown },
  site: Pick<Site, 'url' | 'page'>,
): Values {
  const { attachments, url, ...rest } = asOf(
    { ...fromJson<Values>(stored.summary), ...fromJson<Values>(stored.detail) },
    todayInShanghai(),
  );
  const named = withDigests(rest, files, site);
  const attached = (attachments as { name: string; url: string; mime: string; size: number }[] | null) ?? [];
  const others = [...files.keys()].filter((name) => !attached.some((file) => nameOf(file.url) === name));
  return {
    ...(named as Values),
    address: publicAddress(site, String(url)),
    page: pageAddress(site, { documentId, url }),
    attachments: attached.map((file) => fileOf(file, files, site)),
    // pictures of the text, and files of further fields
    otherFiles: others.map((name) =>
      fileOf({ name: null, url: `/uploads/${name}`, mime: null, size: null }, files, site),
    ),
  };
}

const nameOf = (url: string): string => UPLOAD.exec(url)?.[1] ?? '';

function fileOf(
  { name, url, mime, size }: Pick<ExchangedFile, 'name' | 'url' | 'mime' | 'size'>,
  files: ReadonlyMap<string, Digest>,
  site: Pick<Site, 'url'>,
): ExchangedFile {
  const digest = files.get(nameOf(url));
  return {
    name,
    url: url.startsWith('/') ? publicAddress(site, url) : url,
    mime,
    size: digest?.bytes ?? size,
    sha256: digest?.sha256 ?? null,
  };
}

/** Files of further fields get the same, wherever they stand. */
function withDigests(value: unknown, files: ReadonlyMap<string, Digest>, site: Pick<Site, 'url'>): unknown {
  if (Array.isArray(value)) return value.map((one) => withDigests(one, files, site));
  if (typeof value !== 'object' || value === null) return value;
  const found = value as Values;
  if (typeof found.url === 'string' && typeof found.mime === 'string')
    return fileOf(found as never, files, site);
  return Object.fromEntries(
    Object.entries(found).map(([name, one]) => [name, withDigests(one, files, site)]),
  );
}
