import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { Editor } from '@tiptap/core';

type Level = 1 | 2 | 3 | 4 | 5 | 6;

/** Levels of an official document; the last two are those that imported texts may have. */
const STYLES = [
  { level: 0, name: '正文' },
  { level: 1, name: '文件标题' },
  { level: 2, name: '一级标题 一、' },
  { level: 3, name: '二级标题（一）' },
  { level: 4, name: '三级标题 1.' },
  { level: 5, name: '四级标题（1）' },
  { level: 6, name: '五级标题' },
];

export function ParagraphStyle({ editor, level }: { editor: Editor; level: number }) {
  const choose = (chosen: number) => {
    const chain = editor.chain().focus();
    if (chosen === 0) chain.setParagraph().run();
    else if (chosen === 1) chain.setHeading({ level: 1 }).setTextAlign('center').run();
    else chain.setHeading({ level: chosen as Level }).run();
  };
  return (
    <div style={{ width: '15rem' }}>
      <SingleSelect
        aria-label="段落样式"
        size="S"
        value={String(level)}
        onChange={(value) => choose(Number(value))}
      >
        {STYLES.map(({ level: each, name }) => (
          <SingleSelectOption key={each} value={String(each)}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </div>
  );
}
