import net, { type AddressInfo } from 'node:net';

export type FakeClamd = { port: number; scanned: Buffer[]; stop: () => Promise<void> };

/** The test file of the antivirus industry, put together so that no scanner stops at this source. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join(''),
);

/** A server that speaks clamd's protocol over TCP. `answer` says something else than what a scan gives. */
export async function fakeClamd(answer?: (socket: net.Socket) => void): Promise<FakeClamd> {
  const scanned: Buffer[] = [];
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (answer) return answer(socket);
    let held = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      held = Buffer.concat([held, chunk]);
      const content = contentOf(held);
      if (!content) return;
      scanned.push(content);
      const reply = content.includes(EICAR) ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0';
      // in pieces, as a network may bring it
      socket.write(reply.slice(0, 5));
      setTimeout(() => socket.end(reply.slice(5)), 5);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    scanned,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** What was sent, once its end has come; throws for what is no INSTREAM. */
function contentOf(held: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (held.length < command.length) return null;
  if (held.subarray(0, command.length).toString() !== command) throw new Error('not INSTREAM');
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= held.length; ) {
    const length = held.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    if (at + 4 + length > held.length) return null;
    chunks.push(held.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
