import { Button, Flex } from '@strapi/design-system';
import { Bold, BulletList, Collapse, Expand, Italic, NumberList, Underline } from '@strapi/icons';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import * as React from 'react';
import { styled } from 'styled-components';
import { applyOfficialLayout } from '../layout/apply-official-layout';
import { AlignCenter, AlignLeft, AlignRight, ClearFormat, FirstLine, Redo, Undo } from './icons';
import { LinkButton } from './LinkButton';
import { ParagraphStyle } from './ParagraphStyle';
import { PictureButton, PictureTools } from './PictureTools';
import { readState } from './state';
import { InsertTable, TableTools } from './TableTools';
import { ToolButton } from './ToolButton';
import { useRovingFocus } from './use-roving-focus';

type Props = {
  editor: Editor;
  label: string;
  wide: boolean;
  onWide: (wide: boolean) => void;
  onPictures: (files: readonly File[]) => void;
};

const Bar = styled(Flex)`
  position: sticky;
  top: 0;
  z-index: 1;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
  background: ${({ theme }) => theme.colors.neutral0};
  border-radius: ${({ theme }) => theme.borderRadius} ${({ theme }) => theme.borderRadius} 0 0;

  button svg {
    color: ${({ theme }) => theme.colors.neutral600};
    fill: ${({ theme }) => theme.colors.neutral600};
  }
  button[aria-pressed='true'] svg {
    color: ${({ theme }) => theme.colors.primary600};
    fill: ${({ theme }) => theme.colors.primary600};
  }
`;
const Divider = styled.span`
  align-self: stretch;
  width: 1px;
  margin: 0.4rem;
  background: ${({ theme }) => theme.colors.neutral200};
`;

/** Everything that can be done with a text. Escape goes back to it. */
export const Toolbar = React.forwardRef<HTMLDivElement, Props>(function Toolbar(
  { editor, label, wide, onWide, onPictures },
  outer,
) {
  const bar = React.useRef<HTMLDivElement>(null);
  React.useImperativeHandle(outer, () => bar.current as HTMLDivElement);
  const roving = useRovingFocus(bar);
  const state = useEditorState({ editor, selector: ({ editor: current }) => readState(current) });
  const run = () => editor.chain().focus();
  const align = (to: 'left' | 'center' | 'right') =>
    state.align === to ? run().unsetTextAlign().run() : run().setTextAlign(to).run();

  return (
    <Bar
      ref={bar}
      role="toolbar"
      aria-label={`${label}的工具栏`}
      wrap="wrap"
      gap={1}
      padding={2}
      onFocus={roving.onFocus}
      onKeyDown={(event: React.KeyboardEvent) => {
        roving.onKeyDown(event);
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        // full screen stays: Escape only leaves the toolbar
        event.preventDefault();
        // at once: Tiptap's own focus waits for a frame, and would move the caret under what is typed meanwhile
        editor.view.focus();
      }}
    >
      <ToolButton label="撤销" disabled={!state.canUndo} onClick={() => run().undo().run()}>
        <Undo />
      </ToolButton>
      <ToolButton label="重做" disabled={!state.canRedo} onClick={() => run().redo().run()}>
        <Redo />
      </ToolButton>
      <Divider />
      <ParagraphStyle editor={editor} level={state.level} />
      <ToolButton label="加粗" active={state.bold} onClick={() => run().toggleBold().run()}>
        <Bold />
      </ToolButton>
      <ToolButton label="斜体" active={state.italic} onClick={() => run().toggleItalic().run()}>
        <Italic />
      </ToolButton>
      <ToolButton label="下划线" active={state.underline} onClick={() => run().toggleUnderline().run()}>
        <Underline />
      </ToolButton>
      <ToolButton label="清除格式" onClick={() => run().unsetAllMarks().clearNodes().run()}>
        <ClearFormat />
      </ToolButton>
      <Divider />
      <ToolButton label="左对齐" active={state.align === 'left'} onClick={() => align('left')}>
        <AlignLeft />
      </ToolButton>
      <ToolButton label="居中" active={state.align === 'center'} onClick={() => align('center')}>
        <AlignCenter />
      </ToolButton>
      <ToolButton label="右对齐" active={state.align === 'right'} onClick={() => align('right')}>
        <AlignRight />
      </ToolButton>
      <ToolButton
        label="首行缩进两字"
        active={state.indented}
        onClick={() => run().toggleFirstLineIndent().run()}
      >
        <FirstLine />
      </ToolButton>
      <Divider />
      <ToolButton label="编号列表" active={state.ordered} onClick={() => run().toggleOrderedList().run()}>
        <NumberList />
      </ToolButton>
      <ToolButton label="项目符号" active={state.bullets} onClick={() => run().toggleBulletList().run()}>
        <BulletList />
      </ToolButton>
      <Divider />
      <LinkButton editor={editor} href={state.href} />
      <InsertTable editor={editor} disabled={state.inTable} />
      <PictureButton onPictures={onPictures} />
      <Divider />
      <Button
        size="S"
        variant="secondary"
        onMouseDown={(event: React.MouseEvent) => event.preventDefault()}
        onClick={() => applyOfficialLayout(editor)}
      >
        公文排版
      </Button>
      <ToolButton label={wide ? '退出全屏' : '全屏编辑'} onClick={() => onWide(!wide)}>
        {wide ? <Collapse /> : <Expand />}
      </ToolButton>
      {state.inTable ? <TableTools editor={editor} state={state} /> : null}
      {state.picture ? <PictureTools editor={editor} alt={state.picture.alt} /> : null}
    </Bar>
  );
});
