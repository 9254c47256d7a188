import { type Filled, hidden, textarea } from './fields';

/** What is different in the form of an application to correct a record of oneself (条例第四十一条), and the way to the other form. */
export const kindPart = (filled: Filled) =>
  filled.kind === 'correction'
    ? {
        title: '申请更正与自身相关的政府信息',
        other: '要申请公开政府信息的，请用<a href="/api/requests/form">公开申请表</a>。',
        legend: '哪条记录不准确',
        hidden: hidden('kind', 'correction'),
        evidence: textarea(
          {
            ...{ name: 'wanted.evidence', label: '更正的理由和证据', required: true },
            hint: '哪里不准确、应当怎样更正、有什么证据',
          },
          filled,
        ),
      }
    : {
        title: '申请公开政府信息',
        other:
          '发现行政机关记录的与自己有关的信息不准确的，可以<a href="/api/requests/form?kind=correction">申请更正</a>。',
        legend: '需要什么信息',
        hidden: '',
        evidence: '',
      };
