export const STYLE = `
:root { color-scheme: light dark; --line: #d9dce3; --soft: #f5f6f9; --link: #1d4fb8; --text: #1f2330; --quiet: #5a6072; }
@media (prefers-color-scheme: dark) { :root { --line: #3b4050; --soft: #232733; --link: #8fb4ff; --text: #e8eaf0; --quiet: #a6acbd; } body { background: #171a22; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.65 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: var(--text); }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.75rem; margin: 0 0 .5rem; } h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; }
a { color: var(--link); }
p.quiet, .quiet { color: var(--quiet); }
details { border: 1px solid var(--line); border-radius: .5rem; margin: .4rem 0; }
details > summary { cursor: pointer; padding: .55rem .8rem; }
details[open] > summary { border-bottom: 1px solid var(--line); }
details > div { padding: .8rem; overflow-x: auto; }
.verb { display: inline-block; min-width: 4.2rem; font: 600 .8rem/1.6 ui-monospace, monospace; text-align: center; border-radius: .3rem; color: #fff; margin-right: .6rem; }
.get { background: #1a7f4b; } .post { background: #1d4fb8; } .put { background: #9a6200; } .delete { background: #b3261e; }
code, pre { font-family: ui-monospace, Consolas, monospace; font-size: .875rem; }
summary code { overflow-wrap: anywhere; }
pre { background: var(--soft); padding: .9rem; border-radius: .5rem; overflow-x: auto; margin: .5rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; } th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
th { white-space: nowrap; }
`;
