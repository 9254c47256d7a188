import {
  Checkbox,
  Field,
  MultiSelect,
  MultiSelectOption,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import * as React from 'react';
import { Dialog } from '../../../disclosure/admin/src/shell/Dialog';
import type { ExchangeView } from '../../server/contract';
import { useCreateTargetMutation } from './exchange-api';

type Props = { view: ExchangeView; onClose: () => void; onDone: (secret: string) => void };
type Option = ExchangeView['domains'][number];

/** A new target: its name and address, what it is told of, and in which words. */
export function TargetDialog({ view, onClose, onDone }: Props) {
  const [name, setName] = React.useState('');
  const [url, setUrl] = React.useState('');
  const [domain, setDomain] = React.useState<string[]>([]);
  const [department, setDepartment] = React.useState<string[]>([]);
  const [theme, setTheme] = React.useState('');
  const [audience, setAudience] = React.useState('');
  const [q, setQ] = React.useState('');
  const [profile, setProfile] = React.useState(view.profiles[0]?.name ?? '');
  const [fromBeginning, setFromBeginning] = React.useState(false);
  const [create, { error, isLoading }] = useCreateTargetMutation();
  const save = async () => {
    const filters = { domain, department, theme: wordsOf(theme), audience: wordsOf(audience), q };
    const answer = await create({ name, url, filters, profile, fromBeginning });
    if ('data' in answer && answer.data) onDone(answer.data.secret);
  };
  const typed =
    (set: (value: string) => void) =>
    ({ target }: React.ChangeEvent<HTMLInputElement>) =>
      set(target.value);
  return (
    <Dialog
      title="新建推送"
      error={error}
      action="新建"
      isBusy={isLoading}
      isReady={Boolean(name.trim() && url.trim())}
      onAct={save}
      onClose={onClose}
    >
      <Field.Root name="name" required>
        <Field.Label>名称</Field.Label>
        <TextInput value={name} maxLength={60} placeholder="如：省集约化平台" onChange={typed(setName)} />
      </Field.Root>
      <Field.Root name="url" required hint="对方接收推送的网址，须以 https:// 开头">
        <Field.Label>网址</Field.Label>
        <TextInput value={url} placeholder="https://" onChange={typed(setUrl)} />
        <Field.Hint />
      </Field.Root>
      <Choices label="公开领域" none="全部领域" options={view.domains} value={domain} onChange={setDomain} />
      <Choices
        label="责任部门"
        none="全部部门"
        options={view.departments}
        value={department}
        onChange={setDepartment}
      />
      <Field.Root name="theme" hint="如：民政、卫生；用顿号分开，不填为全部">
        <Field.Label>主题</Field.Label>
        <TextInput value={theme} onChange={typed(setTheme)} />
        <Field.Hint />
      </Field.Root>
      <Field.Root name="audience" hint="如：残疾人、老年人；用顿号分开，不填为全部">
        <Field.Label>面向对象</Field.Label>
        <TextInput value={audience} onChange={typed(setAudience)} />
        <Field.Hint />
      </Field.Root>
      <Field.Root name="q" hint="只推送能用它检索到的信息，写法与公开检索相同">
        <Field.Label>检索词</Field.Label>
        <TextInput value={q} maxLength={100} onChange={typed(setQ)} />
        <Field.Hint />
      </Field.Root>
      <Field.Root name="profile">
        <Field.Label>字段方案</Field.Label>
        <SingleSelect value={profile} onChange={(value) => setProfile(String(value))}>
          {view.profiles.map((one) => (
            <SingleSelectOption key={one.name} value={one.name}>
              {one.title}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Checkbox
        checked={fromBeginning}
        onCheckedChange={(isOn: boolean | 'indeterminate') => setFromBeginning(isOn === true)}
      >
        已经公开的信息也推送一遍
      </Checkbox>
    </Dialog>
  );
}

const wordsOf = (text: string): string[] =>
  text
    .split(/[、，,\s]+/)
    .map((word) => word.trim())
    .filter(Boolean);

type ChoicesProps = {
  label: string;
  /** what choosing nothing means */
  none: string;
  options: readonly Option[];
  value: string[];
  onChange: (value: string[]) => void;
};

const Choices = ({ label, none, options, value, onChange }: ChoicesProps) => (
  <Field.Root name={label}>
    <Field.Label>{label}</Field.Label>
    <MultiSelect placeholder={none} value={value} onChange={onChange} withTags>
      {options.map((option) => (
        <MultiSelectOption key={option.value} value={option.value}>
          {option.label}
        </MultiSelectOption>
      ))}
    </MultiSelect>
  </Field.Root>
);
