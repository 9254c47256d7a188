import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type MailServer = {
  port: number;
  mails: ParsedMail[];
  /** how it meets the next mails */
  behave: 'accept' | 'refuse' | 'break' | 'slow';
  stop: () => Promise<void>;
};

/** A real mail server on this machine, which accepts, refuses, breaks off or takes its time. */
export async function startMailServer(): Promise<MailServer> {
  const state: MailServer = { port: 0, mails: [], behave: 'accept', stop: async () => undefined };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, callback) {
      if (state.behave === 'refuse')
        callback(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
      else callback();
    },
    onData(stream, _session, callback) {
      if (state.behave === 'break') {
        stream.resume();
        callback(Object.assign(new Error('try later'), { responseCode: 451 }));
        return;
      }
      simpleParser(stream)
        .then(async (mail) => {
          if (state.behave === 'slow') await new Promise((resolve) => setTimeout(resolve, 1_500));
          state.mails.push(mail);
          callback();
        })
        .catch(callback);
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  state.port = (server.server.address() as AddressInfo).port;
  state.stop = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
    });
  return state;
}
