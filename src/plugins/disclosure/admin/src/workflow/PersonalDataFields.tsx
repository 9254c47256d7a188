import { Box, Checkbox, Field, Textarea, Typography } from '@strapi/design-system';
import type * as React from 'react';
import type { Desk } from '../../../server/desk/contract';
import type { VerbBody } from '../api/desk-api';
import { FindingList } from '../desk/FindingList';
import { isSure, neededFor } from '../desk/finding-texts';
import { MaskButtons } from '../desk/MaskButtons';

export type PersonalDataInput = Pick<VerbBody, 'personalDataReason' | 'confirmPersonalData'>;

/** Whether everything is given that the verb needs because of what was found. */
export function isAnswered(verb: string, desk: Desk, input: PersonalDataInput): boolean {
  const needed = neededFor(verb, desk);
  if (needed === 'reason') return Boolean(input.personalDataReason?.trim());
  return needed !== 'confirmation' || input.confirmPersonalData === true;
}

type Props = {
  verb: string;
  desk: Desk;
  value: PersonalDataInput;
  onChange: (value: PersonalDataInput) => void;
};

/** At the submission why the numbers have to be public, at the approval that somebody has looked at each. */
export function PersonalDataFields({ verb, desk, value, onChange }: Props) {
  const needed = neededFor(verb, desk);
  if (!needed) return null;
  return (
    <Box background="danger100" borderColor="danger200" hasRadius padding={4}>
      <Typography tag="div" fontWeight="bold" textColor="danger700">
        {needed === 'reason'
          ? '发现个人信息。一般应当先遮盖，附件请替换；依法必须完整公开的，请写明理由，由另一位审核人员确认。'
          : '以下个人信息将对社会公开，请逐条核对。不应公开的，请退回。'}
      </Typography>
      <Box style={{ maxHeight: '24rem', overflowY: 'auto' }}>
        <FindingList findings={desk.findings.filter(isSure)} advice={false} />
      </Box>
      {needed === 'reason' ? <MaskButtons desk={desk} /> : null}
      {needed === 'reason' ? (
        <Field.Root name="personalDataReason" required paddingTop={3}>
          <Field.Label>必须公开的理由</Field.Label>
          <Textarea
            placeholder="请写明法律依据和必要性；不要写出证件号码"
            maxLength={2000}
            value={value.personalDataReason ?? ''}
            onChange={({ target }: React.ChangeEvent<HTMLTextAreaElement>) =>
              onChange({ personalDataReason: target.value })
            }
          />
        </Field.Root>
      ) : (
        <>
          <Typography tag="div" variant="pi" fontWeight="bold" textColor="neutral800">
            {`提交人的理由（${desk.personalDataOverride?.by ?? '—'}）`}
          </Typography>
          <Typography tag="div" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {desk.personalDataOverride?.reason ?? '没有说明理由，请退回'}
          </Typography>
          <Box paddingTop={3}>
            <Checkbox
              checked={value.confirmPersonalData === true}
              onCheckedChange={(checked: boolean | 'indeterminate') =>
                onChange({ confirmPersonalData: checked === true })
              }
            >
              我已逐条核对，确认依法应当公开
            </Checkbox>
          </Box>
        </>
      )}
    </Box>
  );
}
