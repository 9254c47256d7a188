import { IconButton } from '@strapi/design-system';
import { Link } from '@strapi/icons';
import type { Editor } from '@tiptap/core';
import { AskPopover } from './AskPopover';

const ADDRESS = /^(https?:\/\/\S+|mailto:\S+|tel:[\d+-]+|\/\S*)$/i;

const problemOf = (address: string): string | null =>
  ADDRESS.test(address) ? null : '请填写完整的网址，如 https://www.example.gov.cn';

export function LinkButton({ editor, href }: { editor: Editor; href: string | null }) {
  const link = (address: string) => {
    const chain = editor.chain().focus();
    if (href === null && editor.state.selection.empty) {
      chain
        .insertContent({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] })
        .run();
      return;
    }
    chain.extendMarkRange('link').setLink({ href: address }).run();
  };
  return (
    <AskPopover
      trigger={
        <IconButton label="链接" size="S" variant={href === null ? 'ghost' : 'secondary'}>
          <Link />
        </IconButton>
      }
      label="链接地址"
      placeholder="https://"
      confirm="确定"
      value={href ?? ''}
      problemOf={problemOf}
      onConfirm={link}
      remove={
        href === null
          ? undefined
          : {
              label: '取消链接',
              onRemove: () => editor.chain().focus().extendMarkRange('link').unsetLink().run(),
            }
      }
    />
  );
}
