import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as a receiver reads it. */
export type Received = {
  id: string;
  type: string;
  documentId: string;
  data: Record<string, unknown>;
  /** whether the signature is that of the secret, as the README says to check it */
  isGenuine: boolean;
};

export type Receiver = {
  url: string;
  secret: string;
  received: Received[];
  /** the status that a message gets, and after how long */
  behave: (message: Received) => { status: number; ms?: number; headers?: Record<string, string> };
  stop: () => Promise<void>;
};

/** A real receiver of webhooks on this machine. */
export async function startReceiver(): Promise<Receiver> {
  const state: Receiver = {
    url: '',
    secret: '',
    received: [],
    behave: () => ({ status: 204 }),
    stop: async () => undefined,
  };
  const server = http.createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = Buffer.concat(pieces).toString('utf8');
      const message = read(request.headers, body, state.secret);
      const { status, ms = 0, headers = {} } = state.behave(message);
      if (status < 300) state.received.push(message);
      setTimeout(() => response.writeHead(status, headers).end(), ms);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  state.stop = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return state;
}

function read(headers: http.IncomingHttpHeaders, body: string, secret: string): Received {
  const id = String(headers['webhook-id']);
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = createHmac('sha256', key)
    .update(`${id}.${headers['webhook-timestamp']}.${body}`)
    .digest('base64');
  const { type, data } = JSON.parse(body) as { type: string; data: Record<string, unknown> };
  return {
    id,
    type,
    data,
    documentId: String(data.documentId),
    isGenuine: headers['webhook-signature'] === `v1,${signed}`,
  };
}
