import type { TypeManifest } from '../../disclosure/server/domain/manifest';
import { FIXED_ROW, ROWS, scopeOfRow, text } from '../common';

/** An office number, with or without the area code and an extension; a mobile number is a person's own. */
const OFFICE_PHONE = /^(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?$/;

/** 政策专员: whom people and businesses may ask about the policies of a department. */
export const policyOfficer: TypeManifest = {
  singular: 'policy-officer',
  plural: 'policy-officers',
  name: '政策专员',
  base: 'record',
  kind: 'policy-officer',
  only: ['catalogueItem', 'title', 'formedOn'],
  fields: {
    phone: {
      label: '办公电话',
      type: 'string',
      requiredToSubmit: true,
      maxLength: 30,
      hint: '如：0791-88461234；不填手机号码',
    },
    topics: {
      label: '负责的政策领域',
      type: 'text',
      requiredToSubmit: true,
      maxLength: 1000,
      hint: '一行一项',
    },
  },
  adjust: {
    ...FIXED_ROW,
    title: { label: '政策专员姓名', maxLength: 50 },
    formedOn: { label: '确定日期', hint: '部门确定其为政策专员之日' },
  },
  scopeOf: scopeOfRow,
  scopeHint: '',
  prepare: async () => ({ catalogueItem: ROWS.officer }),
  validate: ({ phone }) =>
    text(phone) && !OFFICE_PHONE.test(String(phone))
      ? [{ field: 'phone', message: '“办公电话”须为座机号码，如 0791-88461234' }]
      : [],
};
