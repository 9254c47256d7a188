import { Button, Field, Flex, IconButton, NumberInput, Popover } from '@strapi/design-system';
import type { Editor } from '@tiptap/core';
import * as React from 'react';
import { AskPopover } from './AskPopover';
import { Table } from './icons';
import type { ToolbarState } from './state';

const MAX = { rows: 100, cols: 20 };
const clamp = (value: number | undefined, max: number): number =>
  Math.min(Math.max(Math.round(value ?? 1), 1), max);

/** Inserts a table of a chosen size, with a header row. */
export function InsertTable({ editor, disabled }: { editor: Editor; disabled: boolean }) {
  const [open, setOpen] = React.useState(false);
  const [rows, setRows] = React.useState<number | undefined>(3);
  const [cols, setCols] = React.useState<number | undefined>(3);
  const insert = () => {
    setOpen(false);
    const size = { rows: clamp(rows, MAX.rows), cols: clamp(cols, MAX.cols) };
    editor
      .chain()
      .focus()
      .insertTable({ ...size, withHeaderRow: true })
      .run();
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger>
        <IconButton label="插入表格" size="S" variant="ghost" disabled={disabled}>
          <Table />
        </IconButton>
      </Popover.Trigger>
      <Popover.Content
        sideOffset={4}
        align="start"
        onCloseAutoFocus={(event: Event) => event.preventDefault()}
      >
        <Flex gap={3} padding={4} alignItems="flex-end">
          <Count label="行数" value={rows} onChange={setRows} />
          <Count label="列数" value={cols} onChange={setCols} />
          <Button onClick={insert}>插入</Button>
        </Flex>
      </Popover.Content>
    </Popover.Root>
  );
}

type CountProps = { label: string; value: number | undefined; onChange: (value: number | undefined) => void };

function Count({ label, value, onChange }: CountProps) {
  return (
    <Field.Root name={label} style={{ width: '10rem' }}>
      <Field.Label>{label}</Field.Label>
      <NumberInput name={label} value={value} onValueChange={onChange} step={1} />
    </Field.Root>
  );
}

type Command = { label: string; run: () => void; disabled?: boolean };

/** For the table in which the cursor is. */
export function TableTools({ editor, state }: { editor: Editor; state: ToolbarState }) {
  const run = () => editor.chain().focus();
  const commands: Command[] = [
    { label: '上方插入行', run: () => run().addRowBefore().run() },
    { label: '下方插入行', run: () => run().addRowAfter().run() },
    { label: '左侧插入列', run: () => run().addColumnBefore().run() },
    { label: '右侧插入列', run: () => run().addColumnAfter().run() },
    { label: '删除行', run: () => run().deleteRow().run() },
    { label: '删除列', run: () => run().deleteColumn().run() },
    { label: '合并单元格', run: () => run().mergeCells().run(), disabled: !state.canMerge },
    { label: '拆分单元格', run: () => run().splitCell().run(), disabled: !state.canSplit },
    { label: '表头行', run: () => run().toggleHeaderRow().run() },
    { label: '删除表格', run: () => run().deleteTable().run() },
  ];
  return (
    <Flex gap={1} width="100%" wrap="wrap" role="group" aria-label="表格">
      {commands.map(({ label, run: act, disabled }) => (
        <Button
          key={label}
          size="S"
          variant="tertiary"
          disabled={disabled}
          onMouseDown={(event: React.MouseEvent) => event.preventDefault()}
          onClick={act}
        >
          {label}
        </Button>
      ))}
      <AskPopover
        trigger={
          <Button size="S" variant="tertiary">
            {state.tableTitle ? '修改表名' : '添加表名'}
          </Button>
        }
        label="表名"
        placeholder="如：城乡低保标准"
        confirm="确定"
        value={state.tableTitle}
        onConfirm={(title) => run().setTableTitle(title).run()}
      />
    </Flex>
  );
}
