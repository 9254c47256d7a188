import {
  Alert,
  Box,
  Button,
  Field,
  Flex,
  Grid,
  Textarea,
  TextInput,
  Typography,
} from '@strapi/design-system';
import * as React from 'react';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { shanghaiTime } from '../../../../disclosure/admin/src/shell/dates';
import type { TemplateText, TemplateTold } from '../../../shared/notices';
import { useRestoreNoticeTemplateMutation, useSaveNoticeTemplateMutation } from './notices-api';
import { PaperView } from './PaperView';
import { usePreview } from './use-preview';

/** Title and text of a template, its placeholders, and beside it how it looks with sample data. */
export function TemplateEditor({ template }: { template: TemplateTold }) {
  const { kind } = template;
  const [text, setText] = React.useState<TemplateText>(template.current);
  const area = React.useRef<HTMLTextAreaElement>(null);
  const { paper, problem } = usePreview(kind, text);
  const [save, { error, isLoading }] = useSaveNoticeTemplateMutation();
  const [restore, { isLoading: isRestoring }] = useRestoreNoticeTemplateMutation();
  const errorText = useErrorText();
  const isChanged = text.title !== template.current.title || text.body !== template.current.body;
  const insert = (name: string) => {
    const at = area.current?.selectionStart ?? text.body.length;
    const end = area.current?.selectionEnd ?? at;
    setText({ ...text, body: `${text.body.slice(0, at)}{{${name}}}${text.body.slice(end)}` });
    area.current?.focus();
  };
  return (
    <Panel>
      <Typography tag="h2" variant="beta">
        {template.label}
      </Typography>
      <Typography textColor="neutral600">
        {`${template.basis ? `依据：${template.basis}` : '没有直接规定的条文'}；${template.isStandard ? '现用系统自带的模板' : '现用修改过的模板'}`}
      </Typography>
      {error ? (
        <Alert variant="danger" title="没有保存" closeLabel="关闭提示">
          {errorText(error)}
        </Alert>
      ) : null}
      <Grid.Root gap={6}>
        <Grid.Item col={6} s={12} direction="column" alignItems="stretch" gap={4}>
          <Field.Root name="title" required>
            <Field.Label>标题</Field.Label>
            <TextInput
              value={text.title}
              onChange={({ target }: React.ChangeEvent<HTMLInputElement>) =>
                setText({ ...text, title: target.value })
              }
            />
          </Field.Root>
          <Field.Root name="body" required hint="一行一段；抬头、落款和日期自动生成">
            <Field.Label>正文</Field.Label>
            <Textarea
              ref={area}
              value={text.body}
              style={{ minHeight: '22rem' }}
              onChange={({ target }: React.ChangeEvent<HTMLTextAreaElement>) =>
                setText({ ...text, body: target.value })
              }
            />
            <Field.Hint />
          </Field.Root>
          <Flex gap={2} wrap="wrap">
            <Button
              onClick={() => save({ kind, text })}
              disabled={!isChanged || problem !== null}
              loading={isLoading}
            >
              保存
            </Button>
            <Button variant="tertiary" disabled={!isChanged} onClick={() => setText(template.current)}>
              放弃修改
            </Button>
            <Button
              variant="tertiary"
              disabled={template.isStandard}
              loading={isRestoring}
              onClick={() => restore(kind)}
            >
              恢复系统自带的模板
            </Button>
          </Flex>
          <Placeholders template={template} onInsert={insert} />
        </Grid.Item>
        <Grid.Item col={6} s={12} direction="column" alignItems="stretch" gap={3}>
          <Typography fontWeight="bold">预览（示例数据）</Typography>
          {problem ? (
            <Alert variant="danger" title="这样不能使用" closeLabel="关闭提示">
              {problem}
            </Alert>
          ) : null}
          {paper ? <PaperView paper={paper} /> : null}
        </Grid.Item>
      </Grid.Root>
      <Versions template={template} onLoad={setText} />
    </Panel>
  );
}

const Panel = ({ children }: { children: React.ReactNode }) => (
  <Box background="neutral0" shadow="tableShadow" hasRadius padding={6}>
    <Flex direction="column" alignItems="stretch" gap={4}>
      {children}
    </Flex>
  </Box>
);

type PlaceholdersProps = { template: TemplateTold; onInsert: (name: string) => void };

const Placeholders = ({ template: { placeholders }, onInsert }: PlaceholdersProps) => (
  <Flex direction="column" alignItems="stretch" gap={1}>
    <Typography fontWeight="bold">占位符（点一下插入正文）</Typography>
    {placeholders.map(({ name, hint, isRequired }) => (
      <Flex key={name} gap={2} alignItems="center">
        <Button size="S" variant="tertiary" onClick={() => onInsert(name)}>
          {name}
        </Button>
        <Typography variant="pi" textColor="neutral600">
          {`${isRequired ? '必须有。' : ''}${hint}`}
        </Typography>
      </Flex>
    ))}
  </Flex>
);

type VersionsProps = { template: TemplateTold; onLoad: (text: TemplateText) => void };

const Versions = ({ template: { versions }, onLoad }: VersionsProps) =>
  versions.length === 0 ? null : (
    <details>
      <summary>
        <Typography textColor="neutral600">{`修改记录（${versions.length}）`}</Typography>
      </summary>
      {versions.map(({ id, by, at, isStandard, text }) => (
        <Flex key={id} gap={2} paddingTop={1}>
          <Typography>{`${shanghaiTime(at)}　${by}${isStandard ? '　恢复系统自带的模板' : ''}`}</Typography>
          <Button size="S" variant="ghost" onClick={() => onLoad(text)}>
            载入编辑
          </Button>
        </Flex>
      ))}
    </details>
  );
