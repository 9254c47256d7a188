import { Box, Flex, Typography } from '@strapi/design-system';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import * as React from 'react';
import { EXTENSIONS } from './extensions';
import { type Brought, broughtBy, htmlToInsert, picturesToInsert } from './paste/clipboard';
import { pasteOverBlank } from './paste/paste-over-blank';
import { usePictures } from './pictures/use-pictures';
import { Frame, Paper } from './styles';
import { Toolbar } from './toolbar/Toolbar';
import { useFormValue } from './use-form-value';

type Props = {
  name: string;
  label: string;
  html: string;
  disabled: boolean;
  onChange: (html: string) => void;
};

const NOTHING: Brought = { html: '', rtf: '', files: [] };

/** The editor of a body; who may not edit sees the text as it is. */
export function RichText({ name, label, html, disabled, onChange }: Props) {
  const [wide, setWide] = React.useState(false);
  const toolbar = React.useRef<HTMLDivElement>(null);
  const brought = React.useRef(NOTHING);
  const { hold, settle, waiting } = usePictures();

  const insertPictures = (files: readonly File[], at?: number) => {
    const content = files.map((file) => ({ type: 'image', attrs: { src: hold(file), alt: '' } }));
    editor
      ?.chain()
      .focus()
      .insertContentAt(at ?? editor.state.selection, content)
      .run();
  };

  const editor = useEditor({
    extensions: EXTENSIONS,
    content: html,
    editable: !disabled,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { id: name, role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
      handleDOMEvents: {
        paste: (_view, event) => {
          brought.current = broughtBy(event.clipboardData);
          return false;
        },
        drop: (_view, event) => {
          brought.current = broughtBy(event.dataTransfer);
          return false;
        },
      },
      transformPastedHTML: (pasted) => htmlToInsert(pasted, brought.current, hold),
      handlePaste: (view, _event, slice) => {
        const pictures = picturesToInsert(brought.current);
        if (pictures.length === 0) return pasteOverBlank(view, slice);
        insertPictures(pictures);
        return true;
      },
      handleDrop: (view, event) => {
        const pictures = picturesToInsert(brought.current);
        if (pictures.length === 0) return false;
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
        insertPictures(pictures, place?.pos);
        event.preventDefault();
        return true;
      },
      handleKeyDown: (_view, event) => {
        if (event.altKey && event.key === 'F10') {
          event.preventDefault();
          toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
          return true;
        }
        return false;
      },
    },
    onUpdate: ({ editor: changed }) => settle(changed),
  });

  useFormValue(editor, html, onChange);
  React.useEffect(() => {
    editor?.setEditable(!disabled, false);
  }, [editor, disabled]);

  if (!editor) return null;
  if (disabled) return <ReadOnly>{<EditorContent editor={editor} />}</ReadOnly>;
  return (
    <Frame
      $wide={wide}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && wide && !event.defaultPrevented) setWide(false);
      }}
    >
      <Toolbar
        ref={toolbar}
        editor={editor}
        label={label}
        wide={wide}
        onWide={setWide}
        onPictures={insertPictures}
      />
      <Paper $wide={wide}>
        <EditorContent editor={editor} />
      </Paper>
      <Foot editor={editor} waiting={waiting} />
    </Frame>
  );
}

function ReadOnly({ children }: { children: React.ReactNode }) {
  return (
    <Frame $wide={false} $quiet>
      <Paper>{children}</Paper>
    </Frame>
  );
}

type FootProps = { editor: NonNullable<ReturnType<typeof useEditor>>; waiting: number };

function Foot({ editor, waiting }: FootProps) {
  const count = useEditorState({
    editor,
    selector: ({ editor: { state } }) => state.doc.textContent.replace(/\s/g, '').length,
  });
  return (
    <Flex justifyContent="space-between" gap={4} padding={2} paddingLeft={4} paddingRight={4} wrap="wrap">
      <Typography variant="pi" textColor="neutral600">
        {`共 ${count} 字`}
      </Typography>
      <Box role="status">
        <Typography variant="pi" textColor="primary600">
          {waiting > 0 ? `正在上传 ${waiting} 张图片……` : ''}
        </Typography>
      </Box>
      <Typography variant="pi" textColor="neutral600">
        可以直接从 Word、WPS 粘贴；按 Alt+F10 到工具栏，按 Esc 回到正文
      </Typography>
    </Flex>
  );
}
