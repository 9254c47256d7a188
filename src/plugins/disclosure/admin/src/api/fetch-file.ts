import { Refused, sentenceIn } from './refused';

const SIGNED_OUT = '登录已过期，请重新登录后再试';
const FAILED = '文件没有取到，请重试；仍不成功请告诉系统管理员';

/**
 * A file of the server. Strapi’s own client loses the sentence of a refusal where a file was asked for, and
 * reads every answer to a POST as JSON.
 *
 * @param body what is posted; nothing: it is a GET
 * @throws Refused
 */
export async function fetchFile(address: string, token: string | null, body?: object): Promise<Blob> {
  const answer = await fetch(address, {
    headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'Content-Type': 'application/json' } : {}),
    },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  }).catch(() => {
    throw new Refused('网络中断，文件没有取到，请重试', 0);
  });
  if (answer.ok) return answer.blob();
  const said = sentenceIn(await answer.json().catch(() => null));
  throw new Refused(said ?? (answer.status === 401 ? SIGNED_OUT : FAILED), answer.status);
}
