import {
  Alert,
  Box,
  Button,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import * as React from 'react';
import { useErrorText } from '../../../disclosure/admin/src/api/use-error-text';
import type { ImportField, ImportMapping, ImportPreview } from '../../server/contract';
import { useRunMutation } from './imports-api';
import { PreviewTable } from './PreviewTable';

type Props = { preview: ImportPreview; onClose: () => void };

/** The value of a select that stands for no column. */
const NONE = '';

/** Shows what was found in a file, lets the person correct how its columns are read, and starts the import. */
export function MappingForm({ preview, onClose }: Props) {
  const { job, headers, notes, fields } = preview;
  const [mapping, setMapping] = React.useState<ImportMapping>(preview.mapping);
  const [run, { isLoading, error }] = useRunMutation();
  const errorText = useErrorText();
  const isFilled = ({ name }: ImportField) =>
    name in mapping.columns || String(mapping.constants[name] ?? '') !== '';
  const missing = fields.filter((field) => field.required && !isFilled(field));
  const start = async (target: 'draft' | 'submitted') => {
    const answer = await run({ id: job.id, mapping: withoutEmpty(mapping), target });
    if (!('error' in answer && answer.error)) onClose();
  };
  return (
    <Box background="neutral0" shadow="tableShadow" hasRadius padding={6}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="h2" variant="delta">
          {`${job.fileName}：${job.total ?? 0}条，导入为“${job.typeName}”`}
        </Typography>
        {error ? (
          <Alert variant="danger" title="没有开始" closeLabel="关闭">
            {errorText(error)}
          </Alert>
        ) : null}
        {notes.map((note) => (
          <Typography key={note} textColor="neutral600">
            {note}
          </Typography>
        ))}
        <PreviewTable headers={headers} rows={preview.rows} />
        <Typography tag="h3" variant="epsilon">
          列的对应关系
        </Typography>
        <Typography textColor="neutral600">
          左边是要填的内容，中间选文件里的列；所有行都一样的，在右边直接填（编码或名称都可以）
        </Typography>
        {fields.map((field) => (
          <FieldRow
            key={field.name}
            field={field}
            headers={headers}
            mapping={mapping}
            onChange={setMapping}
          />
        ))}
        <IdRow headers={headers} mapping={mapping} onChange={setMapping} />
        {missing.length > 0 ? (
          <Typography textColor="warning700">
            {`提交审核前必填、现在没有对应的：${missing.map(({ label }) => label).join('、')}。仍可导入为草稿，以后补填`}
          </Typography>
        ) : null}
        <Flex gap={2}>
          <Button onClick={() => start('draft')} loading={isLoading}>
            导入为草稿
          </Button>
          <Button variant="secondary" onClick={() => start('submitted')} loading={isLoading}>
            导入并提交审核
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            以后再说
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
}

const withoutEmpty = ({ constants, ...mapping }: ImportMapping): ImportMapping => ({
  ...mapping,
  constants: Object.fromEntries(Object.entries(constants).filter(([, value]) => String(value) !== '')),
});

type RowProps = {
  headers: readonly string[];
  mapping: ImportMapping;
  onChange: (mapping: ImportMapping) => void;
};

function FieldRow({ field, headers, mapping, onChange }: RowProps & { field: ImportField }) {
  const { name, label, required, hint } = field;
  const choose = (header: string) => {
    const { [name]: _old, ...others } = mapping.columns;
    onChange({ ...mapping, columns: header === NONE ? others : { ...others, [name]: header } });
  };
  return (
    <Flex gap={3} alignItems="center">
      <Box width="14rem" title={hint ?? undefined}>
        <Typography fontWeight={required ? 'bold' : undefined}>{required ? `${label} *` : label}</Typography>
      </Box>
      <Box width="18rem">
        <ColumnSelect
          label={`${label}对应的列`}
          headers={headers}
          value={mapping.columns[name]}
          onChange={choose}
        />
      </Box>
      <Box width="18rem">
        <TextInput
          name={`constant-${name}`}
          aria-label={`${label}统一填`}
          placeholder="全部统一填"
          value={String(mapping.constants[name] ?? '')}
          onChange={({ target }: React.ChangeEvent<HTMLInputElement>) =>
            onChange({ ...mapping, constants: { ...mapping.constants, [name]: target.value } })
          }
        />
      </Box>
    </Flex>
  );
}

function IdRow({ headers, mapping, onChange }: RowProps) {
  const choose = (header: string) => {
    const { id: _old, ...others } = mapping;
    onChange(header === NONE ? others : { ...others, id: header });
  };
  return (
    <Flex gap={3} alignItems="center">
      <Box width="14rem">
        <Typography>识别每一行的编号</Typography>
      </Box>
      <Box width="18rem">
        <ColumnSelect label="编号列" headers={headers} value={mapping.id} onChange={choose} />
      </Box>
      <Typography variant="pi" textColor="neutral600">
        再次导入时靠它认出已有的；不选则靠标题、文号、日期等
      </Typography>
    </Flex>
  );
}

type SelectProps = {
  label: string;
  headers: readonly string[];
  value: string | undefined;
  onChange: (header: string) => void;
};

function ColumnSelect({ label, headers, value, onChange }: SelectProps) {
  return (
    <SingleSelect
      aria-label={label}
      placeholder="不对应"
      value={value ?? NONE}
      onChange={(header: string | number) => onChange(String(header))}
      onClear={() => onChange(NONE)}
      clearLabel="不对应"
    >
      {headers.map((header) => (
        <SingleSelectOption key={header} value={header}>
          {header}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
}
