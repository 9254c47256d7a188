import { Alert, Flex, Grid, Modal, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import * as React from 'react';
import type { DeskVersion } from '../../../server/desk/contract';
import type { DocumentAddress } from '../api/desk-api';
import { useErrorText } from '../api/use-error-text';
import { useVersionsQuery } from '../api/versions-api';
import { Comparison } from './Comparison';
import { RestoreForm } from './RestoreForm';
import { type Pair, VersionList } from './VersionList';
import { firstChoice } from './version-names';

type Props = { address: DocumentAddress; version: number; onClose: () => void };

/** Every version of a document, the difference of two of them, and the way back to one. */
export function VersionsDialog({ address, version, onClose }: Props) {
  const { data, error } = useVersionsQuery(address, { refetchOnMountOrArgChange: true });
  const errorText = useErrorText();
  const modified = useForm('VersionsDialog', (state) => state.modified);
  const [chosen, setChosen] = React.useState<Pair | null>(null);
  const [restoring, setRestoring] = React.useState<DeskVersion | null>(null);
  const versions = data?.versions ?? [];
  const pair = chosen ?? firstChoice(versions);
  const why = modified ? '有修改还没有保存，请先保存或放弃，再恢复版本。' : (data?.restore.why ?? null);
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content style={{ width: '92vw', maxWidth: 1280 }}>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>版本和差别</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {error ? (
            <Alert variant="danger" title="没有取到版本" closeLabel="关闭" onClose={onClose}>
              {errorText(error)}
            </Alert>
          ) : null}
          {restoring ? (
            <RestoreForm
              address={address}
              from={restoring}
              version={version}
              onDone={onClose}
              onCancel={() => setRestoring(null)}
            />
          ) : null}
          {data ? (
            <Grid.Root gap={6}>
              <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
                {why ? (
                  <Typography tag="p" variant="pi" textColor="neutral600">
                    {`现在不能恢复版本：${why}`}
                  </Typography>
                ) : null}
                <VersionList
                  versions={versions}
                  pair={pair}
                  onPair={setChosen}
                  onRestore={why ? null : setRestoring}
                />
              </Grid.Item>
              <Grid.Item col={8} xs={12} direction="column" alignItems="stretch">
                <Flex direction="column" alignItems="stretch" role="region" aria-label="差别">
                  <Comparison address={address} pair={pair} />
                </Flex>
              </Grid.Item>
            </Grid.Root>
          ) : null}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
