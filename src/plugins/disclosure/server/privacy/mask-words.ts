const COMPOUND_SURNAMES = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐'.split(
    ' ',
  ),
);
const BETWEEN_NAMES = /([\s、,，;；/]+)/;

/** 张*, 欧阳**: the surname stays, each further character is hidden; several names stay apart. */
export const maskNames = (names: string): string =>
  names
    .split(BETWEEN_NAMES)
    .map((part, i) => (i % 2 === 1 ? part : maskName(part)))
    .join('');

function maskName(name: string): string {
  const characters = [...name];
  const compound = characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join(''));
  const kept = compound ? 2 : 1;
  return characters.slice(0, kept).join('') + '*'.repeat(Math.max(characters.length - kept, 0));
}

/** The levels an address is cut at, the finest that may stay first. */
const LEVELS = [
  /^.*?(?:村委会|居委会|社区|[^农乡城新旧老中]村)/u,
  /^.*?(?:街道|镇|乡)/u,
  /^.*?(?:自治县|区|县|市)/u,
];

/** An address down to the village or community, else to the township, else to the district. */
export function maskAddress(address: string): string {
  const text = address.trim();
  for (const level of LEVELS) {
    const kept = level.exec(text)?.[0];
    if (kept) return kept === text ? kept : `${kept}**`;
  }
  return text === '' ? '' : '**';
}
