import { sanitiseBody } from '../rules/sanitise-body';
import { picturesIn } from './keep-pictures';

test.each<[unknown, string[]]>([
  [
    '<p><img src="/uploads/a.png" alt="甲" /><img alt="乙" src="/uploads/b.png" /></p>',
    ['/uploads/a.png', '/uploads/b.png'],
  ],
  ['<img src="/uploads/a.png" /><img src="/uploads/a.png" />', ['/uploads/a.png']],
  ["<img alt='src=\"/x\"' src='/uploads/a.png'>", ['/uploads/a.png']],
  ['<img src="https://files.example.test/a.png" />', ['https://files.example.test/a.png']],
  ['<img src="data:image/png;base64,AA" /><a href="/uploads/a.pdf">甲</a>', []],
  ['<p>src="/uploads/a.png"</p>', []],
  [null, []],
])('the pictures in %j', (body, urls) => {
  expect(picturesIn(typeof body === 'string' ? sanitiseBody(body) : body)).toEqual(urls);
});
