// Bare Koa that sends given bytes: what a cached answer is measured against. argv: port, file, content type.
const fs = require('node:fs');
const Koa = require('koa');

const [, , port, file, type] = process.argv;
const body = fs.readFileSync(file);
const app = new Koa();
app.use((ctx) => {
  ctx.type = type;
  ctx.body = body;
});
app.listen(Number(port), '127.0.0.1', () => process.send('ready'));
