/** Type, links, lists, tables and form controls. */
export const TEXT = `
*, ::before, ::after { box-sizing: border-box; }
html { scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.6 var(--sans); }
h1, h2, .verdict { font-family: var(--serif); font-weight: 600; text-wrap: balance; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; letter-spacing: -.01em; }
h2 { margin: 0 0 1rem; font-size: 1.55rem; line-height: 1.25; letter-spacing: -.005em; }
h3 { margin: 2rem 0 .5rem; font-size: 1.0625rem; line-height: 1.4; font-weight: 650; }
h4 { margin: 0; font-size: 1rem; line-height: 1.5; font-weight: 500; }
p, ul, ol, dl, dd, table { margin: 0 0 .75rem; padding: 0; }
p, li, dd, th, td, h3, h4 { overflow-wrap: break-word; }
ul, ol { padding-left: 1.25rem; }
li { padding-block: .1rem; }
li::marker { color: var(--muted); }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: 1px; text-decoration-color: color-mix(in srgb, currentColor 45%, transparent); }
a:hover { text-decoration-color: currentColor; text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
code { font: .8125em/1.5 var(--mono); overflow-wrap: anywhere; }
[hidden] { display: none !important; }
.sprite { position: absolute; width: 0; height: 0; }
.icon { width: 1em; height: 1em; vertical-align: -.125em; flex: none; }
.cut { fill: none; stroke: var(--paper); stroke-width: 1.7; }
.line { fill: none; stroke: currentColor; stroke-width: 1.7; }
.skip { position: absolute; left: -99rem; padding: .5rem 1rem; background: var(--paper); }
.skip:focus { left: 1rem; top: 1rem; z-index: 2; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.meta, .tally, .type { color: var(--muted); font-size: .875rem; }
.type { overflow-wrap: anywhere; }
.tally { font-weight: 400; }
.tally .nonCompliant { font-weight: 650; }
.number { font-weight: 650; font-variant-numeric: tabular-nums; }
.number, .cited { display: inline-block; max-width: 100%; overflow-wrap: anywhere; }
.plain { padding: 0; list-style: none; }
.columns { columns: 2 18rem; column-gap: 2.5rem; font-size: .9375rem; }
.badge {
    display: inline-flex; align-items: baseline; gap: .45em; padding: .1rem .65rem .1rem .5rem; border-radius: 4px;
    font-size: .875rem; font-weight: 600; line-height: 1.5;
}
.badge .icon { align-self: center; }

.scroll { overflow-x: auto; margin-bottom: 1rem; }
table { width: 100%; min-width: 34rem; border-collapse: collapse; font-size: .9375rem; }
caption { padding: .5rem 0; text-align: left; font-weight: 600; }
th, td { padding: .5rem 1rem .5rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { color: var(--muted); font-weight: 500; font-size: .875rem; vertical-align: bottom; }
tbody th { font-weight: 500; overflow-wrap: anywhere; }

label { display: grid; gap: .2rem; color: var(--muted); font-size: .875rem; }
input, select, button {
    min-height: 2.25rem; padding: .3rem .65rem; border: 1px solid var(--muted); border-radius: 4px;
    background: var(--paper); color: var(--ink); font: inherit; font-size: .9375rem;
}
button { cursor: pointer; }
button:hover { border-color: var(--accent); color: var(--accent); }
summary { width: fit-content; min-height: 1.5rem; padding-block: .1rem; color: var(--accent); cursor: pointer; }
summary h3 { display: inline; margin: 0; }
`;
