import { Typography } from '@strapi/design-system';
import type * as React from 'react';
import { Link } from 'react-router-dom';
import { DueDate } from '../desk/DueDate';
import { StateBadge } from '../desk/StateBadge';
import { useSource } from '../fields/use-choices';
import { shanghaiTime } from '../shell/dates';

type Row = Record<string, unknown>;
type Options = { source?: string; choices?: { value: string; label: string }[] };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The label of a choice in place of its code. */
export function ChoiceCell({ value, options }: { value: unknown; options: Options }) {
  const { options: listed, isLoading } = useSource(options.source ?? '');
  if (isLoading) return <Typography>…</Typography>;
  const choices = options.source ? listed : (options.choices ?? []);
  const label = choices.find((choice) => choice.value === value)?.label ?? text(value);
  return <Typography textColor="neutral800">{label || '—'}</Typography>;
}

export function StateCell({ value }: { value: unknown }) {
  const { options, isLoading } = useSource('states');
  const state = text(value);
  if (!state || isLoading) return <Typography>{state ? '…' : '—'}</Typography>;
  return <StateBadge state={state} name={options.find((option) => option.value === state)?.label ?? state} />;
}

/** A due date counts as long as the document is not public: Strapi's status says whether it is. */
export function DueCell({ row }: { row: Row }) {
  const dueOn = text(row.dueOn);
  const isOpen = row.status === 'draft' && row.state !== 'withdrawn';
  return dueOn ? <DueDate dueOn={dueOn} isOpen={isOpen} /> : <Typography>—</Typography>;
}

export function TimeCell({ value }: { value: unknown }) {
  return <Typography textColor="neutral800">{value ? shanghaiTime(text(value)) : '—'}</Typography>;
}

/** The whole title: those of one project differ only at the end. */
export function TitleCell({ row }: { row: Row }) {
  return (
    <Typography
      tag={Link}
      to={text(row.documentId)}
      textColor="neutral800"
      style={{ display: 'block', minWidth: '28rem', whiteSpace: 'normal', lineHeight: 1.5 }}
      onClick={(event: React.MouseEvent) => event.stopPropagation()}
    >
      {text(row.title) || '（无标题）'}
    </Typography>
  );
}

/**
 * Whether the public sees it. Strapi's own column calls everything a modification, the engine's counting
 * of versions included; the state says whether the text is being worked on.
 */
export function LiveCell({ row }: { row: Row }) {
  if (row.status === 'draft') return <Typography textColor="neutral600">未公开</Typography>;
  return (
    <Typography textColor="success700">
      {row.state === 'published' ? '公开中' : '公开中，正在更正'}
    </Typography>
  );
}
