import { Field, Flex, Tabs, Textarea, TextButton, Typography } from '@strapi/design-system';
import * as React from 'react';
import { BodyPreview } from './BodyPreview';
import { fromPlainText, toPlainText } from './body-text';
import type { CustomFieldProps } from './field-props';

const TALL = { minHeight: '36rem', lineHeight: 1.8 };

/**
 * The custom field `body`. A body of plain paragraphs is edited as text, a line a paragraph; one with
 * other markup as its source, so that nothing is lost. Whoever may not edit sees it as the public will.
 */
export default function BodyInput({
  name,
  label,
  hint,
  error,
  required,
  disabled,
  value,
  onChange,
}: CustomFieldProps<string>) {
  const html = value ?? '';
  return (
    <Field.Root name={name} id={name} hint={hint} error={error} required={required}>
      <Field.Label>{label}</Field.Label>
      {disabled ? (
        <BodyPreview html={html} label={label} />
      ) : (
        <Tabs.Root defaultValue="edit" variant="simple">
          <Tabs.List aria-label={`${label}的显示方式`}>
            <Tabs.Trigger value="edit">编辑</Tabs.Trigger>
            <Tabs.Trigger value="preview">预览</Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content value="edit">
            <Editor name={name} html={html} onChange={(next) => onChange(name, next || null)} />
          </Tabs.Content>
          <Tabs.Content value="preview">
            <BodyPreview html={html} label={label} />
          </Tabs.Content>
        </Tabs.Root>
      )}
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}

type EditorProps = { name: string; html: string; onChange: (html: string) => void };

function Editor({ name, html, onChange }: EditorProps) {
  const [bySource, setBySource] = React.useState(false);
  const plain = toPlainText(html);
  if (plain === null || bySource) {
    return (
      <Flex direction="column" alignItems="stretch" gap={1} paddingTop={2}>
        <Textarea
          name={name}
          value={html}
          onChange={({ target }: Change) => onChange(target.value)}
          style={TALL}
        />
        <Note>
          {plain === null
            ? '正文含有表格、标题、链接等格式，这里显示的是它的 HTML 源码。'
            : '这里是正文的 HTML 源码。'}
        </Note>
        {bySource && plain !== null ? (
          <TextButton onClick={() => setBySource(false)}>按普通文字编辑</TextButton>
        ) : null}
      </Flex>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={1} paddingTop={2}>
      <PlainEditor name={name} html={html} plain={plain} onChange={onChange} />
      <Note>直接输入或粘贴文字，每行自动成为一段。</Note>
      <TextButton onClick={() => setBySource(true)}>需要表格、小标题等格式？按 HTML 源码编辑</TextButton>
    </Flex>
  );
}

type Change = React.ChangeEvent<HTMLTextAreaElement>;

/** Keeps the text as it is typed, blank lines included; what goes out is HTML. */
function PlainEditor({ name, html, plain, onChange }: EditorProps & { plain: string }) {
  const [text, setText] = React.useState(plain);
  const sent = React.useRef(html);
  React.useEffect(() => {
    if (html === sent.current) return;
    // changed from outside: saved, discarded or loaded again
    sent.current = html;
    setText(plain);
  }, [html, plain]);
  return (
    <Textarea
      name={name}
      value={text}
      style={TALL}
      onChange={({ target }: Change) => {
        setText(target.value);
        sent.current = fromPlainText(target.value);
        onChange(sent.current);
      }}
    />
  );
}

function Note({ children }: { children: string }) {
  return (
    <Typography variant="pi" textColor="neutral600">
      {children}
    </Typography>
  );
}
