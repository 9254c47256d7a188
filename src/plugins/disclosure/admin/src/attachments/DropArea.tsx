import { Button, Flex, Typography } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import * as React from 'react';
import { styled } from 'styled-components';
import { MAX_UPLOAD_BYTES, sizeText, UPLOAD_ENDINGS } from '../../../shared/upload-rules';

type Props = { disabled: boolean; onFiles: (files: readonly File[]) => void; children: React.ReactNode };

const Area = styled.section<{ $over: boolean }>`
  border: 1px ${({ $over }) => ($over ? 'solid' : 'dashed')}
    ${({ theme, $over }) => ($over ? theme.colors.primary600 : theme.colors.neutral300)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $over }) => ($over ? theme.colors.primary100 : theme.colors.neutral0)};
`;

const hasFiles = ({ dataTransfer }: React.DragEvent): boolean => dataTransfer.types.includes('Files');

/** Takes files that are dropped on it, or chosen by its button. */
export function DropArea({ disabled, onFiles, children }: Props) {
  const [over, setOver] = React.useState(false);
  const input = React.useRef<HTMLInputElement>(null);
  if (disabled) return <Area $over={false}>{children}</Area>;
  return (
    <Area
      $over={over}
      aria-label="上传附件"
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      <Flex gap={4} padding={4} wrap="wrap">
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={UPLOAD_ENDINGS.join(',')}
          aria-label="附件文件"
          onChange={({ target }) => {
            const files = [...(target.files ?? [])];
            // the same file can be chosen again after it was mended
            target.value = '';
            if (files.length > 0) onFiles(files);
          }}
        />
        <Button variant="secondary" startIcon={<Upload />} onClick={() => input.current?.click()}>
          选择文件
        </Button>
        <Typography variant="pi" textColor="neutral600">
          {`或把文件拖到这里。PDF、OFD、Word、Excel、图片等，每个不超过 ${sizeText(MAX_UPLOAD_BYTES)}`}
        </Typography>
      </Flex>
    </Area>
  );
}
