import net from 'node:net';
import { StartFailure } from './failure';

/** How long a server that is just stopping may still hold the port, in milliseconds. */
const GRACE_MS = 2_000;

/**
 * Checks that the HTTP server will be able to listen.
 *
 * @throws StartFailure when the port is taken or the address is not this machine's
 */
export async function requireFreePort(port: number, host: string): Promise<void> {
  const end = Date.now() + GRACE_MS;
  let code = await tryListen(port, host);
  while (code === 'EADDRINUSE' && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    code = await tryListen(port, host);
  }
  if (code === undefined) return;
  throw new StartFailure(sentenceFor(code, port, host));
}

function tryListen(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'UNKNOWN'));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

function sentenceFor(code: string, port: number, host: string): string {
  if (code === 'EADDRINUSE') {
    return `端口 ${port} 已被占用,请停掉占用它的程序,或者换一个端口启动,例如 PORT=${port < 65_535 ? port + 1 : port - 1} npm start。`;
  }
  if (code === 'EACCES')
    return `没有权限使用端口 ${port},请换一个 1024 以上的端口启动,例如 PORT=1337 npm start。`;
  return `本机没有 ${host} 这个地址(${code}),请改正环境变量 HOST,只供本机访问写 127.0.0.1,供其他机器访问写 0.0.0.0。`;
}
