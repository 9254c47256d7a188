import { Box, Flex, Grid, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { DeskVersionContent } from '../../../server/desk/contract';
import { DifferenceView } from '../versions/DifferenceView';
import { diffContents } from '../versions/difference/diff-content';
import type { Merge, Side } from '../versions/difference/merge';
import { side } from './conflict';

type Values = Record<string, unknown>;
type Props = {
  theirs: DeskVersionContent;
  base: Values;
  mine: Values;
  merge: Merge;
  chosen: Record<string, Side>;
  onChoose: (name: string, side: Side) => void;
};

/** The fields of a conflict: those that both changed to choose from, the others as they are merged. */
export function ConflictFields({ theirs, base, mine, merge, chosen, onChoose }: Props) {
  const fieldsOf = (names: readonly string[]) => theirs.fields.filter(({ name }) => names.includes(name));
  return (
    <>
      {fieldsOf(merge.both).map((field) => (
        <BothChanged
          key={field.name}
          field={field}
          theirs={theirs}
          base={base}
          mine={mine}
          chosen={chosen[field.name]}
          onChoose={(choice) => onChoose(field.name, choice)}
        />
      ))}
      <OneChanged
        title="只有对方改了（合并时采用对方的）"
        fields={fieldsOf(merge.theirs)}
        {...{ theirs, base }}
        after={theirs.content}
      />
      <OneChanged
        title="只有您改了（合并时采用您的）"
        fields={fieldsOf(merge.mine)}
        {...{ theirs, base }}
        after={mine}
      />
    </>
  );
}

type BothProps = {
  field: DeskVersionContent['fields'][number];
  theirs: DeskVersionContent;
  base: Values;
  mine: Values;
  chosen: Side | undefined;
  onChoose: (side: Side) => void;
};

function BothChanged({ field, theirs, base, mine, chosen, onChoose }: BothProps) {
  const options: [Side, string, Values][] = [
    ['theirs', '用对方的', theirs.content],
    ['mine', '用我的', mine],
  ];
  return (
    <Box
      tag="fieldset"
      borderColor="warning200"
      borderStyle="solid"
      borderWidth="1px"
      hasRadius
      padding={4}
      aria-label={`${field.label}：双方都改了`}
    >
      <Typography tag="legend" fontWeight="bold">
        {`${field.label}：双方都改了，请选一个`}
      </Typography>
      <Grid.Root gap={4}>
        {options.map(([value, label, content]) => (
          <Grid.Item key={value} col={6} xs={12} direction="column" alignItems="stretch">
            <label style={{ display: 'flex', gap: 6, alignItems: 'center', cursor: 'pointer' }}>
              <input
                type="radio"
                name={`conflict-${field.name}`}
                aria-label={`${field.label}：${label}`}
                checked={chosen === value}
                onChange={() => onChoose(value)}
              />
              <Typography fontWeight="bold">{label}</Typography>
            </label>
            <Difference fields={[field]} theirs={theirs} base={base} after={content} named={false} />
          </Grid.Item>
        ))}
      </Grid.Root>
    </Box>
  );
}

type OneProps = {
  title: string;
  fields: DeskVersionContent['fields'];
  theirs: DeskVersionContent;
  base: Values;
  after: Values;
};

function OneChanged({ title, ...compared }: OneProps) {
  if (compared.fields.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} role="group" aria-label={title}>
      <Typography fontWeight="bold" textColor="neutral600">
        {title}
      </Typography>
      <Difference {...compared} />
    </Flex>
  );
}

function Difference({ fields, theirs, base, after, named }: Omit<OneProps, 'title'> & { named?: boolean }) {
  const differences = React.useMemo(
    () => diffContents(fields, side(base, theirs.names), side(after, theirs.names)),
    [fields, theirs, base, after],
  );
  return <DifferenceView differences={differences} named={named} />;
}
