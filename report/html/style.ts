/** Style of the HTML report: light, dark and print. Colours keep a contrast of at least 4.5 to 1. */
export const STYLE = `
:root {
    --paper: #fff; --ground: #f4f6f8; --ink: #1a2330; --muted: #566273; --line: #d5dbe3; --accent: #1d4a7a;
    --compliant: #17693a; --nonCompliant: #b3120c; --undetermined: #8a4b00; --notAssessed: #566273; --evidenceRequired: #1d4a7a; --exempted: #6a2f86;
    --tint-compliant: #e7f4ec; --tint-nonCompliant: #fdeceb; --tint-undetermined: #fdf1e0; --tint-notAssessed: #eef1f4;
    --tint-evidenceRequired: #e6eef8; --tint-exempted: #f3eaf8;
}
@media (prefers-color-scheme: dark) {
    :root {
        --paper: #161c24; --ground: #0f141a; --ink: #e4e9f0; --muted: #a3afbf; --line: #333e4c; --accent: #8fbdf0;
        --compliant: #6fd095; --nonCompliant: #ff938c; --undetermined: #f2b155; --notAssessed: #a3afbf; --evidenceRequired: #8fbdf0; --exempted: #cfa3e6;
        --tint-compliant: #16301f; --tint-nonCompliant: #3a1b1a; --tint-undetermined: #362812; --tint-notAssessed: #222b36;
        --tint-evidenceRequired: #182a3f; --tint-exempted: #2e1c38;
    }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 3.5rem; }
body {
    margin: 0 auto; padding: 0 1.5rem 3rem; max-width: 74rem; background: var(--ground); color: var(--ink);
    font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif;
}
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
code { font: .875em ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
[hidden] { display: none !important; }
.sprite { position: absolute; width: 0; height: 0; }
.skip { position: absolute; left: -99rem; padding: .5rem 1rem; background: var(--paper); }
.skip:focus { left: 1rem; top: 1rem; z-index: 2; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

header { padding: 2.5rem 0 1.25rem; }
.brand { margin: 0; color: var(--accent); font-weight: 600; letter-spacing: .02em; }
h1 { margin: 0 0 1rem; font-size: 2.1rem; line-height: 1.2; letter-spacing: -.01em; }
h2 { margin: 0 0 1rem; font-size: 1.4rem; line-height: 1.25; }
h3 { margin: 0 0 .25rem; font-size: 1.1rem; line-height: 1.35; }
dl, dd, ul { margin: 0; padding: 0; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .75rem 2rem; }
dt { color: var(--muted); font-size: .85rem; }
.wide { grid-column: 1 / -1; }
.line { display: block; }

nav {
    position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: .65rem 0;
    background: var(--ground); border-block: 1px solid var(--line);
}
nav a { text-decoration: none; font-size: .95rem; }
nav a:hover { text-decoration: underline; }
main > section { margin-top: 1.5rem; padding: 1.5rem; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; }

main > section > :last-child { margin-bottom: 0; }
.headline { margin: 0 0 1.25rem; font-size: 1.25rem; font-weight: 600; line-height: 1.4; }
.notice { margin: 0 0 1.25rem; padding: .65rem 1rem; border-left: 4px solid var(--undetermined); background: var(--tint-undetermined); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(11.5rem, 1fr)); gap: 1rem; margin-bottom: 1.25rem; list-style: none; }
.tile { padding: .9rem 1.1rem; border-radius: 6px; border: 1px solid transparent; }
.figure { display: block; font-size: 2rem; font-weight: 650; line-height: 1.1; font-variant-numeric: tabular-nums; }
.label { font-size: .95rem; }
.icon { width: 1em; height: 1em; vertical-align: -.12em; flex: none; }
.compliant { color: var(--compliant); } .nonCompliant { color: var(--nonCompliant); }
.undetermined { color: var(--undetermined); } .notAssessed, .notApplicable { color: var(--notAssessed); }
.evidenceRequired { color: var(--evidenceRequired); } .exempted { color: var(--exempted); }
.tile.compliant, .badge.compliant { background: var(--tint-compliant); }
.tile.nonCompliant, .badge.nonCompliant { background: var(--tint-nonCompliant); }
.tile.undetermined, .badge.undetermined { background: var(--tint-undetermined); }
.tile.evidenceRequired, .badge.evidenceRequired { background: var(--tint-evidenceRequired); }
.tile.exempted, .badge.exempted { background: var(--tint-exempted); }
.tile.notAssessed, .badge.notAssessed, .tile.notApplicable, .badge.notApplicable { background: var(--tint-notAssessed); }
.badge {
    display: inline-flex; align-items: center; gap: .4em; padding: .1rem .7rem; border-radius: 1rem;
    font-size: .875rem; font-weight: 600; line-height: 1.35;
}

.scroll { overflow-x: auto; }
table { width: 100%; min-width: 40rem; table-layout: fixed; border-collapse: collapse; font-size: .95rem; }
caption { padding: .75rem 0 .5rem; text-align: left; font-weight: 600; font-size: 1.05rem; }
th, td { padding: .6rem .75rem .6rem 0; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
thead th { color: var(--muted); font-weight: 500; font-size: .85rem; border-top: 0; }
tbody th { font-weight: 500; overflow-wrap: anywhere; }
td p { margin: 0 0 .25rem; }
.requirements th:first-child { width: 37%; }
.requirements th:nth-child(2) { width: 13rem; }
.rule th:first-child { width: 32%; }
.rule th:nth-child(2) { width: 10.75rem; }
.number { font-weight: 650; white-space: nowrap; }
.chain, .evidence, .tally, .type { display: block; font-size: .85rem; font-weight: 400; overflow-wrap: anywhere; }
.chain, .tally, .type { color: var(--muted); }
.tally .nonCompliant { font-weight: 600; }
.link + .link { margin-top: .9rem; }
.plain { list-style: none; }
.plain li + li { margin-top: .45rem; }

#filtre {
    display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; margin-bottom: 1rem; padding: .9rem 1rem;
    background: var(--ground); border-radius: 6px;
}
label { display: grid; gap: .2rem; color: var(--muted); font-size: .85rem; }
input, select, button {
    min-height: 2.25rem; padding: .3rem .6rem; border: 1px solid var(--muted); border-radius: 4px;
    background: var(--paper); color: var(--ink); font: inherit; font-size: .95rem;
}
#filtre-texte { width: 16rem; max-width: 100%; }
output { flex-basis: 100%; color: var(--muted); font-size: .9rem; }
.rule { padding: 1.25rem 0; border-top: 1px solid var(--line); }
.rule:target { box-shadow: inset 4px 0 var(--accent); padding-left: 1rem; }
.meta { margin: 0 0 .6rem; color: var(--muted); font-size: .9rem; }
.cited { white-space: nowrap; }
.advice { display: grid; gap: .35rem; margin-bottom: .75rem; }
.advice > div { display: grid; grid-template-columns: 7rem 1fr; }
.advice dt { font-size: inherit; }
summary { width: fit-content; color: var(--accent); cursor: pointer; }
.columns { columns: 2 22rem; padding-left: 1.1rem; }
footer { margin-top: 1.5rem; color: var(--muted); font-size: .9rem; }
@media (max-width: 40rem) { .advice > div { grid-template-columns: 1fr; } body { padding-inline: .75rem; } }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }

@media print {
    :root {
        --paper: #fff; --ground: #fff; --ink: #000; --muted: #444; --line: #bbb; --accent: #1d4a7a;
        --compliant: #17693a; --nonCompliant: #b3120c; --undetermined: #8a4b00; --notAssessed: #444; --evidenceRequired: #1d4a7a; --exempted: #6a2f86;
        --tint-compliant: #fff; --tint-nonCompliant: #fff; --tint-undetermined: #fff; --tint-notAssessed: #fff;
        --tint-evidenceRequired: #fff; --tint-exempted: #fff;
    }
    @page { margin: 18mm 15mm; }
    body { max-width: none; padding: 0; font-size: 10pt; }
    nav, .skip, #filtre { display: none; }
    main > section { padding: 0; border: 0; }
    .tile { border-color: var(--line); }
    .scroll { overflow: visible; }
    table { min-width: 0; }
    thead { display: table-header-group; }
    tr, li, .tile, h2, h3, .meta { break-inside: avoid; }
    .requirements tr { break-inside: auto; }
    h2, h3, .meta { break-after: avoid; }
    a { color: inherit; text-decoration: none; }
    details::details-content { display: block; content-visibility: visible; block-size: auto; }
}
`;
