import { Typography } from '@strapi/design-system';
import * as React from 'react';
import type { DocumentAddress } from '../api/desk-api';
import { useErrorText } from '../api/use-error-text';
import { useVersionQuery } from '../api/versions-api';
import { DifferenceView } from './DifferenceView';
import { diffContents } from './difference/diff-content';
import type { Pair } from './VersionList';
import { nameOf } from './version-names';

/** The difference of two texts of a document. */
export function Comparison({ address, pair }: { address: DocumentAddress; pair: Pair }) {
  const before = useVersionQuery({ ...address, version: pair.before });
  const after = useVersionQuery({ ...address, version: pair.after });
  const errorText = useErrorText();
  const error = before.error ?? after.error;
  const [one, other] = [before.currentData, after.currentData];
  const differences = React.useMemo(
    () => (one && other ? diffContents(other.fields, one, other) : null),
    [one, other],
  );
  if (error) return <Typography textColor="danger600">{errorText(error)}</Typography>;
  if (!differences || !one || !other) return <Typography textColor="neutral600">正在对比……</Typography>;
  return (
    <>
      <Typography tag="p" variant="pi" textColor="neutral600" style={{ paddingBottom: 12 }}>
        {`${nameOf(one)} → ${nameOf(other)}。加下划线的是增加的，加删除线的是删去的。`}
      </Typography>
      <DifferenceView differences={differences} />
    </>
  );
}
