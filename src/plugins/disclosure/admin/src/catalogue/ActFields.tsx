import { Field, Flex, Tag, Textarea, TextInput } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import type * as React from 'react';
import type { DeskCatalogueRow } from '../../../server/desk/contract';
import { SearchSelect } from '../fields/SearchSelect';
import type { ActForm, ActName } from './acts';
import { RulesField } from './RulesField';

type Props = {
  act: ActName;
  row: DeskCatalogueRow;
  rows: readonly DeskCatalogueRow[];
  form: ActForm;
  onChange: (part: Partial<ActForm>) => void;
};

/** The fields that belong to an act; the reason, which belongs to each, is the dialog's. */
export function ActFields({ act, row, rows, form, onChange }: Props) {
  const field = (name: keyof ActForm, label: string, more: Partial<TextProps> = {}) => (
    <TextField
      name={name}
      label={label}
      value={String(form[name])}
      onChange={(value) => onChange({ [name]: value })}
      {...more}
    />
  );
  switch (act) {
    case 'confirm':
      return (
        <>
          {field('title', '公开文本的名称', { required: true })}
          {field('url', '网址', { hint: '以 http:// 或 https:// 开头；网址和文号至少填一项' })}
          {field('docNo', '文号')}
        </>
      );
    case 'correct':
      return (
        <>
          {field('level1', '一级事项', { required: true })}
          {field('level2', '二级事项')}
          {field('contentElements', '公开内容（要素）', { rows: 4, hint: '一行一项' })}
          {field('legalBasis', '公开依据', { rows: 4, hint: '一行一项' })}
          {field('timeLimit', '公开时限（目录原文）', { rows: 2 })}
          <RulesField rules={form.rules} onChange={(rules) => onChange({ rules })} />
          {field('publisher', '公开主体', { rows: 2 })}
          {field('note', '说明', { rows: 2 })}
        </>
      );
    case 'split':
      return field('parts', '新的事项', { required: true, rows: 4, hint: '一行一个事项的名称，至少两个' });
    case 'merge':
      return (
        <MergedRows
          candidates={rows.filter(({ code, status }) => status === 'in-force' && code !== row.code)}
          codes={form.rows}
          onChange={(codes) => onChange({ rows: codes })}
        />
      );
    default:
      return null;
  }
}

type TextProps = {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
  hint?: string;
  /** several lines */
  rows?: number;
};

function TextField({ name, label, value, onChange, required, hint, rows }: TextProps) {
  const change = ({ target }: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    onChange(target.value);
  return (
    <Field.Root name={name} required={required} hint={hint}>
      <Field.Label>{label}</Field.Label>
      {rows ? (
        <Textarea rows={rows} value={value} onChange={change} />
      ) : (
        <TextInput value={value} onChange={change} />
      )}
      <Field.Hint />
    </Field.Root>
  );
}

type MergeProps = {
  candidates: readonly DeskCatalogueRow[];
  codes: readonly string[];
  onChange: (codes: string[]) => void;
};

function MergedRows({ candidates, codes, onChange }: MergeProps) {
  const options = candidates
    .filter(({ code }) => !codes.includes(code))
    .map(({ code, level1, level2 }) => ({
      value: code,
      label: `${code} ${level2 ?? level1 ?? ''}`,
      ...(level1 ? { group: level1 } : {}),
    }));
  return (
    <Field.Root name="rows" required hint="选中的事项并入本事项，此后不能再录入">
      <Field.Label>并入的事项</Field.Label>
      <SearchSelect
        name="rows"
        value={null}
        options={options}
        clearable={false}
        placeholder="输入代码或名称查找，可选多个"
        onChange={(code) => code && onChange([...codes, code])}
      />
      <Flex gap={2} wrap="wrap" paddingTop={2}>
        {codes.map((code) => (
          <Tag
            key={code}
            icon={<Cross aria-hidden />}
            label={`去掉 ${code}`}
            onClick={() => onChange(codes.filter((other) => other !== code))}
          >
            {code}
          </Tag>
        ))}
      </Flex>
      <Field.Hint />
    </Field.Root>
  );
}
