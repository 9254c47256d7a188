const MOST = 100;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** The ending of a name in small letters; empty where there is none. */
export const endingOf = (name: string): string => /\.([^.\s]+)\s*$/.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * The name of a file as it is kept and given out: no folders, nothing that nobody sees or that turns the direction of
 * writing (a name that reads “gpj.exe” backwards), nothing that a file system takes for something else.
 */
export function cleanName(given: string, ending: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[^.]*$/, '')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/[<>:"|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const named = RESERVED.test(stem) ? `_${stem}` : stem;
  return `${[...named].slice(0, MOST).join('').trim() || '附件'}.${ending}`;
}
