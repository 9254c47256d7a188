/** Loaded with `node --require`: refuses and reports every connection that leaves the machine. */
const dns = require('node:dns');
const net = require('node:net');

const INSIDE = /^(localhost|127\.|::1$|::ffff:127\.)/;

function guard(host) {
  if (typeof host !== 'string' || host === '' || INSIDE.test(host)) return;
  process.stdout.write(`OUTSIDE ${host}\n`);
  throw new Error(`Connection to ${host} refused by the test`);
}

const { lookup } = dns;
dns.lookup = (host, ...rest) => {
  guard(host);
  return lookup(host, ...rest);
};

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function guardedConnect(...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  guard(typeof first === 'object' ? first.host : args[1]);
  return connect.apply(this, args);
};
