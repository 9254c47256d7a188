import { Alert, Button, Flex, Link, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { useErrorText } from '../../../../disclosure/admin/src/api/use-error-text';
import { GUIDE_FIELDS, GUIDE_NEEDS, type GuideData, type GuideTold } from '../../../shared/guide';
import type { ActField } from '../act-fields';
import { usePublishGuideMutation, useRequestGuideQuery, useSaveGuideMutation } from '../aid-api';
import { FormFields } from '../FormFields';
import { Card } from '../RequestPage';

/** 政府信息公开指南 of the department: one person fills it in, another one publishes it. */
export function GuidePage() {
  const { data, error } = useRequestGuideQuery(undefined, { refetchOnMountOrArgChange: true });
  const errorText = useErrorText();
  if (error) return <Typography>{errorText(error)}</Typography>;
  return data ? <GuideForm key={data.version} guide={data} /> : <Page.Loading />;
}

const FIELDS: readonly ActField[] = GUIDE_FIELDS.map(({ name, label, hint }) => ({
  ...{ name, label, kind: 'text' as const, hint },
  ...(GUIDE_NEEDS.includes(name) ? {} : { optional: true as const }),
}));

function GuideForm({ guide }: { guide: GuideTold }) {
  const [values, setValues] = React.useState<Record<string, string>>({
    ...(guide.draft as Record<string, string>),
  });
  const [save, saving] = useSaveGuideMutation();
  const [publish, publishing] = usePublishGuideMutation();
  const errorText = useErrorText();
  const failure = saving.error ?? publishing.error;
  const isTyped = FIELDS.some(
    ({ name }) => (values[name] ?? '') !== ((guide.draft as Record<string, string>)[name] ?? ''),
  );
  return (
    <Card title={`${guide.departmentName}政府信息公开指南`}>
      <Typography textColor="neutral600">{standingOf(guide)}</Typography>
      <Flex>
        <Link href={guide.address} isExternal>
          公众看到的页面
        </Link>
      </Flex>
      {failure ? (
        <Alert variant="danger" title="没有办理" closeLabel="关闭提示">
          {errorText(failure)}
        </Alert>
      ) : null}
      <Typography variant="pi" textColor="neutral600">
        申请的方法、步骤、期限、收费标准和救济途径由系统按条例和国办函〔2020〕109号写入，不用填写
      </Typography>
      <FormFields
        fields={FIELDS}
        values={values}
        onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
      />
      <Flex gap={2} alignItems="center">
        {guide.mayEdit ? (
          <Button
            disabled={!isTyped}
            loading={saving.isLoading}
            onClick={() => save({ data: values as GuideData, expectedVersion: guide.version })}
          >
            保存
          </Button>
        ) : null}
        <Button
          variant="secondary"
          disabled={guide.whyNotPublish !== null || isTyped || !guide.isChanged}
          loading={publishing.isLoading}
          onClick={() => publish({ expectedVersion: guide.version })}
        >
          发布
        </Button>
        {guide.isChanged && guide.whyNotPublish ? (
          <Typography textColor="neutral600">{guide.whyNotPublish}</Typography>
        ) : null}
      </Flex>
    </Card>
  );
}

function standingOf({ published, publishedOn, isChanged }: GuideTold): string {
  if (!published) return '还没有发布：公众看到的指南里没有本部门的受理地点和联系方式';
  return isChanged ? `已于${publishedOn ?? ''}发布；有修改还没有发布` : `已于${publishedOn ?? ''}发布`;
}
