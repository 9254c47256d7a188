import { Button, Field, Flex, Textarea, TextInput, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import * as React from 'react';
import { Dialog } from '../../../../disclosure/admin/src/shell/Dialog';
import type { DeskButton, RequestTold } from '../../../shared/contract';
import { useActOnRequestMutation } from '../requests-api';
import { isSaid, MOST_PARTS, type Part, proposeParts } from './propose-parts';

type Props = { request: RequestTold; button: DeskButton; onClose: () => void };

const LINES = [
  ['name', '信息名称'],
  ['docNo', '文号'],
] as const;
/** The people type over a proposal; a part keeps its place. */
type Kept = Part & { key: number };

/** 拆分: one application for several matters becomes one request a matter (一事一申请). */
export function SplitDialog({ request, button, onClose }: Props) {
  const [parts, setParts] = React.useState<readonly Kept[]>(() =>
    proposeParts(request.wanted).map((part, key) => ({ ...part, key })),
  );
  const [reason, setReason] = React.useState('申请包含多项内容，按一事一申请原则分别办理');
  const [act, { error, isLoading }] = useActOnRequestMutation();
  const change = (key: number, name: keyof Part, value: string) =>
    setParts((before) => before.map((part) => (part.key === key ? { ...part, [name]: value } : part)));
  const save = async () => {
    const told = parts.map(({ name, docNo, description }) => ({ name, docNo, description }));
    const body = { parts: told, reason, expectedVersion: request.version };
    if ('data' in (await act({ id: request.id, verb: 'split', body }))) onClose();
  };
  return (
    <Dialog
      title={button.label}
      error={error}
      action={`拆分为${parts.length}件`}
      isBusy={isLoading}
      isReady={parts.every(isSaid) && Boolean(reason.trim())}
      onAct={save}
      onClose={onClose}
    >
      <Typography textColor="neutral600">
        第1件保留原来的编号，其他各件另编号；期限都从收到申请之日起算。每件写清楚一项内容。
      </Typography>
      {parts.map((part, index) => (
        <PartFields
          key={part.key}
          part={part}
          place={index + 1}
          onChange={(name, value) => change(part.key, name, value)}
          onRemove={
            parts.length > 2 ? () => setParts((before) => before.filter(({ key }) => key !== part.key)) : null
          }
        />
      ))}
      <Flex>
        <Button
          variant="tertiary"
          startIcon={<Plus />}
          disabled={parts.length >= MOST_PARTS}
          onClick={() =>
            setParts((before) => [...before, { key: Math.max(...before.map(({ key }) => key)) + 1 }])
          }
        >
          再加一件
        </Button>
      </Flex>
      <Field.Root name="reason" required>
        <Field.Label>理由</Field.Label>
        <Textarea
          value={reason}
          onChange={({ target }: React.ChangeEvent<HTMLTextAreaElement>) => setReason(target.value)}
        />
      </Field.Root>
    </Dialog>
  );
}

type PartProps = {
  part: Part;
  place: number;
  onChange: (name: keyof Part, value: string) => void;
  onRemove: (() => void) | null;
};

const PartFields = ({ part, place, onChange, onRemove }: PartProps) => (
  <Flex direction="column" alignItems="stretch" gap={2}>
    <Flex justifyContent="space-between">
      <Typography fontWeight="bold">{`第${place}件`}</Typography>
      {onRemove ? (
        <Button variant="ghost" size="S" onClick={onRemove} aria-label={`去掉第${place}件`}>
          去掉
        </Button>
      ) : null}
    </Flex>
    {LINES.map(([name, label]) => (
      <Field.Root key={name} name={`${name}${place}`}>
        <Field.Label>{label}</Field.Label>
        <TextInput
          aria-label={`第${place}件的${label}`}
          value={part[name] ?? ''}
          onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => onChange(name, target.value)}
        />
      </Field.Root>
    ))}
    <Field.Root name={`description${place}`} hint="名称、文号、描述至少填写一项">
      <Field.Label>特征描述</Field.Label>
      <Textarea
        aria-label={`第${place}件的特征描述`}
        value={part.description ?? ''}
        onChange={({ target }: React.ChangeEvent<HTMLTextAreaElement>) =>
          onChange('description', target.value)
        }
      />
      <Field.Hint />
    </Field.Root>
  </Flex>
);
