import { homeAddress, pageAddress, publicAddress } from './addresses';
import { siteSchema } from './settings';

const publication = { documentId: 'abc', url: '/api/disclosure/publications/abc' };

describe('addresses of the site', () => {
  it.each([
    [
      'the portal, where its pattern is set',
      { page: 'https://www.example.gov.cn/{documentId}.html' },
      'https://www.example.gov.cn/abc.html',
    ],
    [
      'a page of this server, where only its address is set',
      { url: 'https://gk.example.gov.cn' },
      'https://gk.example.gov.cn/api/disclosure/publications/abc/page',
    ],
    ['a path, where nothing is set', {}, '/api/disclosure/publications/abc/page'],
  ])('lead to %s', (_name, given, expected) => {
    expect(pageAddress(siteSchema.parse(given), publication)).toBe(expected);
  });

  it('lead home to the portal where there is one', () => {
    const url = 'https://gk.example.gov.cn';
    expect(homeAddress({ url, page: 'https://www.example.gov.cn/zwgk/{documentId}.html' })).toBe(
      'https://www.example.gov.cn/',
    );
    expect(homeAddress({ url, page: '' })).toBe('https://gk.example.gov.cn/');
  });

  it('keep a path as it is', () => {
    expect(publicAddress({ url: 'https://gk.example.gov.cn' }, '/api/a?b=c')).toBe(
      'https://gk.example.gov.cn/api/a?b=c',
    );
  });

  it.each([
    { page: 'https://www.example.gov.cn/' },
    { url: 'gk.example.gov.cn' },
    { idCode: '123' },
    { other: 'x' },
  ])('refuse %j at the start', (given) => {
    expect(siteSchema.safeParse(given).success).toBe(false);
  });
});
