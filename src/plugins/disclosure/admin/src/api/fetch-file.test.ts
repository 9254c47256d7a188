import { fetchFile } from './fetch-file';

const answering = (answer: () => Promise<Response>) =>
  jest.spyOn(globalThis, 'fetch').mockImplementation(answer);
const refusing = (status: number, body: string) => answering(async () => new Response(body, { status }));

describe('a file of the server', () => {
  afterEach(() => jest.restoreAllMocks());

  test('comes as the bytes it has, after a POST as well', async () => {
    const fetched = answering(async () => new Response('%PDF-1.7'));
    expect(await (await fetchFile('/previews/send?format=pdf', 'token', { on: '2026-03-02' })).text()).toBe(
      '%PDF-1.7',
    );
    expect(fetched).toHaveBeenCalledWith(
      '/previews/send?format=pdf',
      expect.objectContaining({
        method: 'POST',
        body: '{"on":"2026-03-02"}',
        headers: { Authorization: 'Bearer token', 'Content-Type': 'application/json' },
      }),
    );
  });

  test('that is refused is refused with the server’s sentence', async () => {
    refusing(409, JSON.stringify({ error: { message: '附件正在查毒，请稍后再下载' } }));
    await expect(fetchFile('/file', null)).rejects.toMatchObject({
      ...{ message: '附件正在查毒，请稍后再下载', status: 409 },
    });
  });

  test.each(['Internal Server Error', JSON.stringify({ error: { message: 'Not Found' } })])(
    'that fails with “%s” says so in Chinese, and what to do',
    async (body) => {
      refusing(500, body);
      await expect(fetchFile('/file', null)).rejects.toMatchObject({
        message: expect.stringContaining('请重试'),
      });
    },
  );

  test('that the network lost says so', async () => {
    answering(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(fetchFile('/file', null)).rejects.toMatchObject({
      message: expect.stringContaining('网络中断'),
    });
  });
});
