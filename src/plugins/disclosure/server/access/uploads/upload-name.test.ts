import { uploadName } from './upload-name';

test.each([
  ['/uploads/a_1f2e.pdf', 'a_1f2e.pdf'],
  ['/uploads/%61_1f2e.pdf', 'a_1f2e.pdf'],
  ['/%75ploads/a.pdf', 'a.pdf'],
  ['//uploads//a.pdf', 'a.pdf'],
  ['/./uploads/./a.pdf', 'a.pdf'],
  ['/x/../uploads/a.pdf', 'a.pdf'],
  ['/x/%2e%2e/uploads/a.pdf', 'a.pdf'],
  ['/uploads%2Fa.pdf', 'a.pdf'],
  ['/uploads\\a.pdf', 'a.pdf'],
])('%s asks for the upload %s', (requested, name) => {
  expect(uploadName(requested)).toBe(name);
});

test.each([
  '/',
  '/robots.txt',
  '/uploads/../robots.txt',
  '/uploadsx/a.pdf',
  '/api/uploads/a.pdf',
  '/uploads/%',
])('%s asks for no upload', (requested) => {
  expect(uploadName(requested)).toBeNull();
});

test.each(['/uploads', '/uploads/', '/uploads/a/b.pdf', '/uploads/a%00.pdf'])(
  '%s names no single file',
  (requested) => {
    expect(uploadName(requested)).toBe('');
  },
);
