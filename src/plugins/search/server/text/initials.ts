import { pinyin } from 'pinyin-pro';

/** The first letters of a text's pinyin, digits and letters as they are: 政府信息公开条例 → zfxxgktl. */
export const initialsOf = (text: string): string =>
  pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
