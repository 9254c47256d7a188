import { Button, Flex } from '@strapi/design-system';
import { Image } from '@strapi/icons';
import type { Editor } from '@tiptap/core';
import * as React from 'react';
import { PICTURE_ENDINGS } from '../../../../shared/upload-rules';
import { AskPopover } from './AskPopover';
import { ToolButton } from './ToolButton';

/** Chooses pictures from the computer; they go to the media library by themselves. */
export function PictureButton({ onPictures }: { onPictures: (files: readonly File[]) => void }) {
  const input = React.useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={PICTURE_ENDINGS.join(',')}
        aria-label="插入的图片"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) onPictures(files);
        }}
      />
      <ToolButton label="插入图片" onClick={() => input.current?.click()}>
        <Image />
      </ToolButton>
    </>
  );
}

/** For the picture that is selected. */
export function PictureTools({ editor, alt }: { editor: Editor; alt: string }) {
  return (
    <Flex gap={2} width="100%" role="group" aria-label="图片">
      <AskPopover
        trigger={
          <Button size="S" variant="tertiary">
            {alt ? `图片说明：${alt.slice(0, 20)}` : '填写图片说明'}
          </Button>
        }
        label="图片说明（替代文字）"
        hint="读屏软件读给看不见图片的人听，如：项目区位图"
        confirm="确定"
        value={alt}
        onConfirm={(text) => editor.chain().focus().updateAttributes('image', { alt: text }).run()}
      />
      <Button size="S" variant="tertiary" onClick={() => editor.chain().focus().deleteSelection().run()}>
        删除图片
      </Button>
    </Flex>
  );
}
