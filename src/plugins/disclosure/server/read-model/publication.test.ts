import { sampleType } from '../../../../../tests/fixtures/sample-domain';
import type { Values } from '../types';
import { buildPublication } from './publication';

const type = sampleType();

const build = (changes: Values = {}, editionNo = 1) =>
  buildPublication({
    type,
    document: {
      documentId: 'd1',
      title: '标题',
      catalogueItem: 'Z99-01',
      kind: 'document',
      owner: 'finance',
      indexNo: 'finance/2026-00001',
      formedOn: '2026-11-02',
      body: '<p>第一段&amp;</p><p>第二段</p>',
      amount: 3.5,
      state: 'approved',
      version: 7,
      contributors: ['p1'],
      reviewComment: '内部意见',
      ...changes,
    },
    parts: {
      attachments: [
        {
          name: 'a.pdf',
          url: '/uploads/a.pdf',
          mime: 'application/pdf',
          size: 1.5,
          hash: 'h',
          provider: 'local',
        },
      ],
    },
    ownerName: '区财政局',
    columns: { leaves: ['sample-domain'], all: ['sample-domain', 'standard-catalogues'] },
    editionNo,
    publishedAt: new Date('2026-11-23T16:30:00Z'),
    firstPublishedAt: new Date('2026-11-23T16:30:00Z'),
  });
const summary = (row: ReturnType<typeof build>) => JSON.parse(String(row.summary));
const detail = (row: ReturnType<typeof build>) => JSON.parse(String(row.detail));

test('the answer has every field of the contract', () => {
  expect(summary(build())).toMatchObject({
    documentId: 'd1',
    type: 'plugin::sample-domain.record',
    domain: 'sample-domain',
    catalogueItem: 'Z99-01',
    kind: 'document',
    owner: 'finance',
    ownerName: '区财政局',
    indexNo: 'finance/2026-00001',
    docNo: null,
    title: '标题',
    formedOn: '2026-11-02',
    publishedAt: '2026-11-24T00:30:00.000+08:00',
    columns: ['sample-domain'],
    url: '/api/disclosure/publications/d1',
  });
  expect(detail(build())).toMatchObject({
    body: '<p>第一段&amp;</p><p>第二段</p>',
    editionNo: 1,
    attributes: { amount: 3.5 },
  });
});

test('what is the back office’s own stays there', () => {
  expect(JSON.stringify(build())).not.toMatch(/内部意见|p1|contributors|"version"|approved/);
});

test('a file is told by name, address, kind and bytes, not by how it is kept', () => {
  expect(detail(build()).attachments).toEqual([
    { name: 'a.pdf', url: '/uploads/a.pdf', mime: 'application/pdf', size: 1536 },
  ]);
});

test('without an abstract the beginning of the text stands for it (条例第十二条: 内容概述)', () => {
  expect(summary(build()).abstract).toBe('第一段& 第二段');
  expect(summary(build({ abstract: '概述' })).abstract).toBe('概述');
});

test('a column is found also by the columns above it', () => {
  expect(build().columns).toEqual(['sample-domain', 'standard-catalogues']);
});

test('the tag of the answer changes with the text, and only then', () => {
  expect(build().etag).toBe(build().etag);
  expect(build({ title: '另一个' }).etag).not.toBe(build().etag);
  expect(build({ reviewComment: '别的' }).etag).toBe(build().etag);
});
