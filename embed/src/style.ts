/** What a host page may change: custom properties go through the shadow's wall, its style sheets do not. */
const css = `
:host { display: block; color: var(--yimen-text, #1b2430); background: var(--yimen-background, #fff);
  font: var(--yimen-font, 16px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans SC", system-ui, sans-serif);
  border: 1px solid var(--yimen-border, #c9d2dc); border-radius: var(--yimen-radius, 8px);
  padding: var(--yimen-padding, 20px); margin: var(--yimen-margin, 0 0 16px); max-width: var(--yimen-width, 44rem); box-sizing: border-box; text-align: start; }
:host([hidden]) { display: none; }
h2 { font-size: 1.25em; line-height: 1.3; margin: 0 0 .5em; }
h3 { font-size: 1em; margin: 1.1em 0 .3em; }
p { margin: .3em 0; }
ul, ol { margin: 0; padding-inline-start: 1.4em; }
.plain { list-style: none; padding: 0; }
.plain > li { border-top: 1px solid var(--yimen-border, #c9d2dc); padding: .7em 0; }
.plain > li:first-child { border-top: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25em 1em; margin: .5em 0; }
dt { color: var(--yimen-muted, #4d5b6b); }
dd { margin: 0; }
form { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .8em; align-items: end; }
label { display: grid; gap: .2em; }
input, button { font: inherit; border-radius: calc(var(--yimen-radius, 8px) / 2); padding: .45em .7em; min-height: 44px; box-sizing: border-box; }
input { color: inherit; background: var(--yimen-background, #fff); border: 1px solid var(--yimen-muted, #4d5b6b); width: 100%; }
button { color: var(--yimen-on-accent, #fff); background: var(--yimen-accent, #0a5c8f); border: 0; cursor: pointer; }
:focus-visible { outline: 3px solid var(--yimen-accent, #0a5c8f); outline-offset: 2px; }
a { color: var(--yimen-accent, #0a5c8f); }
.muted { color: var(--yimen-muted, #4d5b6b); }
.line { display: flex; flex-wrap: wrap; gap: .2em 1em; align-items: baseline; }
.distance { margin-inline-start: auto; }
.line > a { min-height: 24px; }
.state { font-weight: 700; color: var(--yimen-accent, #0a5c8f); }
.error { border-inline-start: 4px solid var(--yimen-danger, #b3261e); padding-inline-start: .8em; }
`;

export const style = new CSSStyleSheet();
style.replaceSync(css);
