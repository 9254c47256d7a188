import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { DeskVersion } from '../../../server/desk/contract';
import { nameOf, storyOf } from './version-names';

export type Pair = { before: string; after: string };

type Props = {
  versions: readonly DeskVersion[];
  pair: Pair;
  onPair: (pair: Pair) => void;
  /** null: nothing can be restored now */
  onRestore: ((version: DeskVersion) => void) | null;
};

/** Every text of a document; two of them are chosen to be compared. */
export function VersionList({ versions, pair, onPair, onRestore }: Props) {
  return (
    <Box tag="ol" aria-label="版本">
      {versions.map((version) => (
        <Box
          key={version.key}
          tag="li"
          padding={2}
          borderColor="neutral200"
          borderStyle="solid"
          borderWidth="0 0 1px 0"
          background={pair.before === version.key || pair.after === version.key ? 'primary100' : 'neutral0'}
        >
          <Typography tag="div" fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
            {nameOf(version)}
          </Typography>
          <Typography tag="div" variant="pi" textColor="neutral600">
            {storyOf(version)}
          </Typography>
          {version.reason ? (
            <Typography tag="div" variant="pi" style={{ overflowWrap: 'anywhere' }}>
              {version.reason}
            </Typography>
          ) : null}
          <Flex gap={3} paddingTop={1} wrap="wrap" alignItems="center">
            <Choice name="before" label="原" version={version} pair={pair} onPair={onPair} />
            <Choice name="after" label="新" version={version} pair={pair} onPair={onPair} />
            {onRestore && version.kind !== 'current' ? (
              <Button
                size="S"
                variant="tertiary"
                aria-label={`把${nameOf(version)}恢复为草稿`}
                onClick={() => onRestore(version)}
              >
                恢复为草稿
              </Button>
            ) : null}
          </Flex>
        </Box>
      ))}
    </Box>
  );
}

type ChoiceProps = Pick<Props, 'pair' | 'onPair'> & {
  name: keyof Pair;
  label: string;
  version: DeskVersion;
};

function Choice({ name, label, version, pair, onPair }: ChoiceProps) {
  return (
    <label style={{ display: 'inline-flex', gap: 4, alignItems: 'center', cursor: 'pointer' }}>
      <input
        type="radio"
        name={name}
        aria-label={`${label}：${nameOf(version)}`}
        checked={pair[name] === version.key}
        onChange={() => onPair({ ...pair, [name]: version.key })}
      />
      <Typography variant="pi">{label}</Typography>
    </label>
  );
}
