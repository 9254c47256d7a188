import type { ReferenceType } from './reference-type';

/** 工作日历: days on which the district differs from the State Council's arrangement as shipped. */
export const calendarDay: ReferenceType = {
  singular: 'calendar-day',
  plural: 'calendar-days',
  name: '工作日历',
  fields: {
    date: { label: '日期', type: 'date', unique: true, required: true },
    kind: {
      label: '类型',
      type: 'choice',
      choices: [
        { value: 'workday', label: '上班' },
        { value: 'dayoff', label: '放假' },
      ],
      required: true,
    },
    name: { label: '说明', type: 'string' },
  },
  indexes: [['date']],
};
