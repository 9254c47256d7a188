import net from 'node:net';
import type { ClamdSettings } from './settings';

/** What the scanner says; `refused`: it has not looked (a file that is too long for it). */
export type Verdict = 'clean' | 'infected' | 'refused' | 'unreachable';

const CHUNK = 64 * 1024;
const MOST_REPLY = 4_096;

export const isConfigured = ({ host, socket }: ClamdSettings): boolean => Boolean(host || socket);

/**
 * Asks clamd about a file by INSTREAM (clamd(8)): length and content of each chunk, a length of nought at the end, one line
 * as the answer. An own client, because the protocol is these lines: the packages for it bring command-line scanners and
 * reading of folders along.
 */
export function scanBytes(settings: ClamdSettings, bytes: Buffer): Promise<Verdict> {
  return new Promise((resolve) => {
    const { host, port, socket: path, milliseconds } = settings;
    const socket = net.connect(path ? { path } : { host, port });
    let reply = '';
    const end = (verdict: Verdict) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(verdict);
    };
    const timer = setTimeout(() => end('unreachable'), milliseconds);
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      reply += text;
      if (reply.includes('\0') || reply.length > MOST_REPLY) end(verdictOf(reply));
    });
    // it may say why before it closes, as where a file is too long for it
    socket.once('end', () => end(verdictOf(reply)));
    socket.once('error', () => end('unreachable'));
    socket.once('close', () => end('unreachable'));
    socket.once('connect', () => {
      socket.write('zINSTREAM\0');
      for (let at = 0; at < bytes.length; at += CHUNK) {
        const chunk = bytes.subarray(at, at + CHUNK);
        socket.write(lengthOf(chunk.length));
        socket.write(chunk);
      }
      socket.write(lengthOf(0));
    });
  });
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

/** `stream: OK`, `stream: Eicar-Signature FOUND`, or an error. */
function verdictOf(reply: string): Verdict {
  const line = reply.split('\0')[0]?.trim() ?? '';
  if (/^stream: OK$/.test(line)) return 'clean';
  if (/^stream: .+ FOUND$/.test(line)) return 'infected';
  return line ? 'refused' : 'unreachable';
}
