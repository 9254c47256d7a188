import { type Block, type Paragraph, textOfRuns } from './model';

/** 一、 （二） 3. 第四章 before the words of a heading. */
const NUMBER = /^(?:第[一二三四五六七八九十百\d]+[章节条]|[（(]?[一二三四五六七八九十百\d]+[）)、．.])\s*/;

/** Without captions that only say again what the heading right above their table says. */
export const withoutRepeatedCaptions = (blocks: readonly Block[]): Block[] =>
  blocks.map((block, at) => {
    const above = blocks[at - 1];
    if (block.kind !== 'table' || above?.kind !== 'paragraph' || above.level === 0) return block;
    return wordsOf(above) === block.caption.trim() ? { ...block, caption: '' } : block;
  });

const wordsOf = ({ runs }: Paragraph): string => textOfRuns(runs).trim().replace(NUMBER, '');
