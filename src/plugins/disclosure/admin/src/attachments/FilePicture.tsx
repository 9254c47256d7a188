import { Flex } from '@strapi/design-system';
import { File, FileCsv, FilePdf, FileXls, FileZip, MusicNotes, Play } from '@strapi/icons';
import { styled } from 'styled-components';
import type { StoredFile } from '../uploads/upload-file';

const SIDE = '4.8rem';

const Thumbnail = styled.img`
  width: ${SIDE};
  height: ${SIDE};
  flex-shrink: 0;
  object-fit: cover;
  border-radius: ${({ theme }) => theme.borderRadius};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

const ICONS: Record<string, typeof File> = {
  '.pdf': FilePdf,
  '.ofd': FilePdf,
  '.xls': FileXls,
  '.xlsx': FileXls,
  '.csv': FileCsv,
  '.zip': FileZip,
  '.mp4': Play,
  '.mp3': MusicNotes,
};

/** What a file looks like: a picture in small, or a sign of its kind. */
export function FilePicture({ file }: { file: StoredFile }) {
  const Icon = ICONS[(file.ext ?? '').toLowerCase()] ?? File;
  if (file.mime.startsWith('image/')) {
    return <Thumbnail src={file.formats?.thumbnail?.url ?? file.url} alt="" loading="lazy" />;
  }
  return (
    <Flex width={SIDE} height={SIDE} justifyContent="center" background="neutral100" hasRadius shrink={0}>
      <Icon width="2.4rem" height="2.4rem" fill="neutral600" aria-hidden />
    </Flex>
  );
}
