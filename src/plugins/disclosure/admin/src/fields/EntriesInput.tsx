import {
  Box,
  Button,
  Field,
  Flex,
  Grid,
  IconButton,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { ArrowDown, ArrowUp, Plus, Trash } from '@strapi/icons';
import type { CustomFieldProps, EntryColumn } from './field-props';
import { GroupField } from './GroupField';
import { movedRow, type Row, readList, withCell, withoutRow } from './rows';
import { SearchSelect } from './SearchSelect';
import { useSource } from './use-choices';

/** The custom field `entries`: rows in order, with the columns that the field names. */
export default function EntriesInput({
  name,
  label,
  hint,
  error,
  required,
  disabled,
  value,
  onChange,
  attribute,
}: CustomFieldProps<Row[]>) {
  const columns = attribute.options?.columns ?? [];
  const rows = readList<Row>(value);
  const set = (next: Row[]) => onChange(name, next.length > 0 ? next : null);
  return (
    <GroupField name={name} label={label} hint={hint} error={error} required={required}>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={3} paddingTop={1}>
        {rows.map((row, index) => (
          // rows have no name of their own, and the inputs hold no state beside them
          <Box tag="li" key={index} padding={3} borderColor="neutral200" hasRadius>
            <Flex justifyContent="space-between" paddingBottom={2}>
              <Typography variant="pi" fontWeight="bold">{`第${index + 1}行`}</Typography>
              {disabled ? null : (
                <Flex gap={1}>
                  <IconButton
                    size="S"
                    variant="ghost"
                    label={`第${index + 1}行上移`}
                    disabled={index === 0}
                    onClick={() => set(movedRow(rows, index, -1))}
                  >
                    <ArrowUp />
                  </IconButton>
                  <IconButton
                    size="S"
                    variant="ghost"
                    label={`第${index + 1}行下移`}
                    disabled={index === rows.length - 1}
                    onClick={() => set(movedRow(rows, index, 1))}
                  >
                    <ArrowDown />
                  </IconButton>
                  <IconButton
                    size="S"
                    variant="ghost"
                    label={`删除第${index + 1}行`}
                    onClick={() => set(withoutRow(rows, index))}
                  >
                    <Trash />
                  </IconButton>
                </Flex>
              )}
            </Flex>
            <Grid.Root gap={2}>
              {columns.map((column) => (
                <Grid.Item
                  key={column.name}
                  col={column.kind === 'document' ? 12 : 6}
                  s={12}
                  direction="column"
                  alignItems="stretch"
                >
                  <Cell
                    id={`${name}.${index}.${column.name}`}
                    column={column}
                    text={row[column.name] ?? null}
                    disabled={disabled}
                    onChange={(text) => set(withCell(rows, index, column.name, text))}
                  />
                </Grid.Item>
              ))}
            </Grid.Root>
          </Box>
        ))}
      </Flex>
      {disabled ? null : (
        <Button variant="secondary" startIcon={<Plus />} onClick={() => set([...rows, {}])}>
          添加一行
        </Button>
      )}
    </GroupField>
  );
}

type CellProps = {
  id: string;
  column: EntryColumn;
  text: string | null;
  disabled?: boolean;
  onChange: (text: string | null) => void;
};

function Cell({ id, column, text, disabled, onChange }: CellProps) {
  const { options } = useSource(column.source ?? '');
  return (
    <Field.Root name={id} id={id}>
      <Field.Label>{column.label}</Field.Label>
      {column.kind === 'document' ? (
        <SearchSelect
          name={id}
          value={text}
          options={options}
          onChange={onChange}
          disabled={disabled}
          placeholder={disabled ? '' : '输入标题或文号可以查找'}
        />
      ) : null}
      {column.kind === 'choice' ? (
        <SingleSelect
          name={id}
          value={text}
          disabled={disabled}
          placeholder="请选择"
          onChange={(next) => onChange(next === '' ? null : String(next))}
        >
          {(column.choices ?? []).map((choice) => (
            <SingleSelectOption key={choice.value} value={choice.value}>
              {choice.label}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      ) : null}
      {column.kind === 'text' ? (
        <TextInput
          name={id}
          value={text ?? ''}
          disabled={disabled}
          onChange={({ target }: { target: HTMLInputElement }) => onChange(target.value)}
        />
      ) : null}
    </Field.Root>
  );
}
