/** 关于印发《…》的通知: what a document only carries along. */
const CARRIED =
  /(?:印发|公布|发布|修订|修改|实施|施行|转发)[^《〈]{0,20}[《〈](.{2,80}?)[》〉](?:的(?:通知|决定|意见|公告|函))?$/u;
const COUNTRY = /^中华人民共和国(?=.{3})/u;
const ABOUT = /^.{0,30}?关于/u;
const DATED = /[(（][^()（）]{1,30}[)）]$/u;
const MARKS = /[\s《》〈〉“”"'「」『』、,,。.:::;;—-]/gu;

/** A title without its punctuation: how a person would type it. */
export const plainTitle = (title: string): string => title.replace(MARKS, '');

/** The names under which a title is asked for: as it stands, without the country, the wrapping, the year behind it. */
export function namesOfTitle(title: string): string[] {
  const names = new Set<string>();
  for (const name of [title, title.replace(DATED, ''), CARRIED.exec(title)?.[1], title.replace(ABOUT, '')]) {
    if (!name) continue;
    const plain = plainTitle(name);
    names.add(plain);
    names.add(plain.replace(COUNTRY, ''));
  }
  return [...names].filter((name) => name.length >= 2);
}
