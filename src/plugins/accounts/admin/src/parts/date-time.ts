/** `2026-11-24 18:05` of an instant with the offset of Shanghai; a dash where there is none. */
export const dateTime = (instant: string | null): string =>
  instant ? instant.slice(0, 16).replace('T', ' ') : '—';
