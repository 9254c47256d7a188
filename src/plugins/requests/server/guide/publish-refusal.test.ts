import { missingInGuide, publishRefusal } from './publish-refusal';

const WHOLE = { office: '办公室', address: '某路1号', hours: '工作日', phone: '0791-88888888' };

test.each([
  ['an editor', { personId: 'b', duties: ['editor'] as const }, WHOLE, /审核人员发布/],
  ['who has written it', { personId: 'a', duties: ['reviewer'] as const }, WHOLE, /另一位/],
  [
    'where nobody is reached',
    { personId: 'b', duties: ['reviewer'] as const },
    { ...WHOLE, phone: '' },
    /联系电话/,
  ],
])('a guide is not published by %s', (_who, person, draft, why) => {
  expect(publishRefusal(person, 'a', draft)).toMatch(why);
});

test('a second person publishes a guide that says where the desk is (条例第十二条)', () => {
  expect(publishRefusal({ personId: 'b', duties: ['reviewer'] }, 'a', WHOLE)).toBeNull();
  expect(missingInGuide({})).toBe('请先填写：政府信息公开工作机构、办公地址、办公时间、联系电话');
});
