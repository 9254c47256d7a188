import { Flex, IconButton, Link, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Cross, Drag, Pencil } from '@strapi/icons';
import * as React from 'react';
import { styled } from 'styled-components';
import { sizeText } from '../../../shared/upload-rules';
import type { StoredFile } from '../uploads/upload-file';
import { FilePicture } from './FilePicture';
import { RenameForm } from './RenameForm';

type Props = {
  file: StoredFile;
  place: number;
  count: number;
  disabled: boolean;
  dragged: boolean;
  onMove: (to: number) => void;
  onRename: (file: StoredFile) => void;
  onRemove: () => void;
  onDrag: (on: boolean) => void;
  onDropHere: () => void;
};

const Row = styled(Flex)<{ $over: boolean; $dragged: boolean }>`
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  opacity: ${({ $dragged }) => ($dragged ? 0.5 : 1)};
  background: ${({ theme, $over }) => ($over ? theme.colors.primary100 : 'transparent')};
`;

/** Own rows move by the mouse; Strapi’s drag and drop, which listens on the window, must not hear of it. */
const stop = (event: React.DragEvent) => event.stopPropagation();

export function AttachmentRow(props: Props) {
  const { file, place, count, disabled, dragged, onMove, onRename, onRemove, onDrag, onDropHere } = props;
  const [renaming, setRenaming] = React.useState(false);
  const [over, setOver] = React.useState(false);
  const isFiles = (event: React.DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    <Row
      tag="li"
      gap={3}
      padding={3}
      paddingLeft={4}
      paddingRight={4}
      $over={over}
      $dragged={dragged}
      draggable={!disabled && !renaming}
      onDragStart={(event: React.DragEvent) => {
        stop(event);
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', file.name);
        onDrag(true);
      }}
      onDragEnd={() => onDrag(false)}
      onDragOver={(event: React.DragEvent) => {
        if (isFiles(event)) return;
        event.preventDefault();
        stop(event);
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event: React.DragEvent) => {
        setOver(false);
        if (isFiles(event)) return;
        event.preventDefault();
        stop(event);
        onDropHere();
      }}
    >
      {disabled ? null : <Drag aria-hidden style={{ cursor: 'grab', flexShrink: 0 }} />}
      <FilePicture file={file} />
      <Flex direction="column" alignItems="stretch" gap={1} flex="1" minWidth={0}>
        {renaming ? (
          <RenameForm
            file={file}
            onClose={() => setRenaming(false)}
            onRenamed={(changed) => {
              setRenaming(false);
              onRename(changed);
            }}
          />
        ) : (
          <>
            <Link href={file.url} isExternal>
              {file.name}
            </Link>
            <Typography variant="pi" textColor="neutral600">
              {`${(file.ext ?? '').replace('.', '').toUpperCase()}　${sizeText(file.size * 1024)}`}
            </Typography>
          </>
        )}
      </Flex>
      {disabled || renaming ? null : (
        <Flex gap={1}>
          <IconButton
            label={`上移“${file.name}”`}
            variant="ghost"
            disabled={place === 0}
            onClick={() => onMove(place - 1)}
          >
            <ArrowUp />
          </IconButton>
          <IconButton
            label={`下移“${file.name}”`}
            variant="ghost"
            disabled={place === count - 1}
            onClick={() => onMove(place + 1)}
          >
            <ArrowDown />
          </IconButton>
          <IconButton label={`改名“${file.name}”`} variant="ghost" onClick={() => setRenaming(true)}>
            <Pencil />
          </IconButton>
          <IconButton label={`移除“${file.name}”`} variant="ghost" onClick={onRemove}>
            <Cross />
          </IconButton>
        </Flex>
      )}
    </Row>
  );
}
