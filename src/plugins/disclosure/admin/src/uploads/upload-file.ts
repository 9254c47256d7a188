import { Refused, sentenceIn } from '../api/refused';

/** A file as the media library keeps it, and as Strapi’s media attribute expects it. */
export type StoredFile = {
  id: number;
  name: string;
  url: string;
  mime: string;
  ext?: string | null;
  /** kilobytes */
  size: number;
  alternativeText?: string | null;
  caption?: string | null;
  formats?: { thumbnail?: { url: string } } | null;
};

export type Sending = {
  token: string | null;
  signal?: AbortSignal;
  /** share that has gone, 0 to 1; 1 before the server has answered */
  onProgress?: (share: number) => void;
};

export const isCancelled = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';

/**
 * Sends a form; `fetch` tells no progress, so this is the one place with an XMLHttpRequest.
 *
 * @throws Refused; a DOMException `AbortError` when it was cancelled
 */
export function sendForm<Answer>(
  address: string,
  form: FormData,
  { token, signal, onProgress }: Sending,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const cancelled = () => reject(new DOMException('cancelled', 'AbortError'));
    if (signal?.aborted) return cancelled();
    const request = new XMLHttpRequest();
    request.open('POST', address);
    if (token) request.setRequestHeader('Authorization', `Bearer ${token}`);
    const abort = () => request.abort();
    signal?.addEventListener('abort', abort);
    request.onloadend = () => signal?.removeEventListener('abort', abort);
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) onProgress?.(loaded / total);
    };
    request.onabort = cancelled;
    request.onerror = () => reject(new Refused('网络中断，文件没有传完，请重试', 0));
    request.onload = () => {
      const answer = readJson(request.responseText);
      if (request.status < 300 && answer !== null) resolve(answer as Answer);
      else reject(new Refused(refusalIn(answer, request.status), request.status));
    };
    request.send(form);
    return undefined;
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refusalIn(answer: unknown, status: number): string {
  const said = sentenceIn(answer);
  if (said) return said;
  if (status === 401) return '登录已过期，请在另一个页面重新登录后重试';
  if (status === 413) return '文件太大，服务器没有接受，请压缩或拆分';
  return '文件没有上传成功，请重试；仍不成功请另存为 PDF 再上传';
}

/** The form in which the media library takes a file. */
export function formOf(file: File, name: string): FormData {
  const form = new FormData();
  form.append('files', file, file.name);
  form.append('fileInfo', JSON.stringify({ name, alternativeText: null, caption: null, folder: null }));
  return form;
}
