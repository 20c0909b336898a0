/** The page's frame and its sections, from 320 pixels of width on. */
export const LAYOUT = `
#page { max-width: 76rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem) 3rem; }
header { position: relative; padding: 2rem 0 1.25rem; border-bottom: 1px solid var(--line); }
header .meta { margin: .35rem 0 0; }
.brand { margin: 0 7rem .25rem 0; color: var(--accent); font-size: .9375rem; font-weight: 650; letter-spacing: .02em; }
.stack { display: inline-block; max-width: 100%; color: var(--muted); font-weight: 400; overflow-wrap: anywhere; }
#langue { position: absolute; top: 1.6rem; right: 0; }
nav { font-size: .9375rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; padding: .6rem 0; list-style: none; }
nav li { padding: 0; }
nav a { display: inline-block; padding-block: .2rem; text-decoration: none; }
nav a:hover { text-decoration: underline; }
main { min-width: 0; }
main > section { padding: 2.25rem 0 1.25rem; border-bottom: 1px solid var(--line); }
main > section:last-child { border: 0; }
main > section > p, .about p, dd { max-width: 46rem; }
header p, dt { overflow-wrap: anywhere; }
@media (min-width: 64rem) {
    .frame { display: grid; grid-template-columns: 11.5rem minmax(0, 1fr); gap: 0 3.5rem; align-items: start; }
    nav { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding-top: 2.1rem; }
    nav ul { display: grid; gap: .1rem; padding: .25rem 0; }
}

.answer { margin: 1.75rem 0 0; padding: 1.5rem clamp(1rem, 3vw, 2rem) 1rem; border: 0; border-left: 5px solid currentColor; }
main > .answer { padding: 1.5rem clamp(1rem, 3vw, 2rem) 1rem; border-bottom: 0; }
.answer > :not(.verdict) { color: var(--ink); }
.answer h2 { margin-bottom: .25rem; font: 500 1rem/1.5 var(--sans); letter-spacing: 0; }
.answer h3 { margin: 1rem 0 .25rem; font-size: .9375rem; }
.verdict { display: flex; align-items: center; gap: .35em; margin-bottom: .5rem; font-size: clamp(2rem, 5vw, 2.75rem); line-height: 1.15; letter-spacing: -.015em; }
.verdict strong { font-weight: 600; }
.headline { font-size: 1.0625rem; }
.reasons { font-size: 1.0625rem; }
.notice { margin: 1rem 0; padding: .55rem .9rem; background: var(--paper); border-left: 3px solid var(--undetermined); }
.answer > .caveat { color: var(--muted); margin-top: 1rem; font-size: .9375rem; }
.changes { padding: 0; list-style: none; }
.changes li { padding: .4rem 0; border-bottom: 1px solid var(--line); }
.changes li:last-child { border: 0; }
.changes p { margin: 0; }

.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1.75rem 3rem; margin-bottom: 1rem; }
.chart { display: flex; flex-direction: column; }
.charted { display: flex; gap: 0 1rem; margin: 0 0 .35rem; align-items: baseline; }
.total { margin-left: auto; font-variant-numeric: tabular-nums; font-weight: 650; }
.bar { display: block; width: 100%; height: .85rem; margin-bottom: .5rem; forced-color-adjust: none; }
.legend { display: grid; gap: .05rem; margin: 0; padding: 0; list-style: none; font-size: .9375rem; }
.legend li { display: grid; grid-template-columns: 1em 2.75em 1fr; gap: .5em; align-items: baseline; padding: 0; }
.legend b { text-align: right; font-variant-numeric: tabular-nums; font-weight: 650; }
.legend .icon { align-self: center; }
.swatch { width: .8em; height: .8em; border-radius: 2px; align-self: center; forced-color-adjust: none; }
.zero, .zero b { color: var(--muted); font-weight: 400; }
.figures td:not(.wide), .figures th[scope=col]:not(:first-child) { text-align: right; font-variant-numeric: tabular-nums; }
.figures .wide { width: 30%; padding-right: 0; }
.figures th.wide[scope=col] { text-align: left; }
.figures th .icon { display: block; margin: 0 0 .2rem auto; }
.figures tr:last-child > * { font-weight: 650; border-bottom: 0; }
.figures .bar { margin: .3rem 0 0; }

.gaps, .exemptions, .requirements, .evidence { padding: 0; list-style: none; }
.gap, .exemption { padding: 1.1rem 0 .6rem 1.1rem; border-left: 3px solid currentColor; border-top: 1px solid var(--line); }
.gap > *, .exemption > *, .requirement > * { color: var(--ink); }
.exemption { border-left-color: var(--exempted); }
.gap > .meta, .exemption > .meta { color: var(--muted); }
.gap h3, .exemption h3 { margin: 0 0 .25rem; }
.terms { display: grid; gap: .45rem; font-size: .9375rem; }
.terms > div { display: grid; grid-template-columns: minmax(7rem, 11rem) minmax(0, 1fr); gap: 0 1.25rem; }
.terms dt { color: var(--muted); }
.terms dd { margin: 0; }
.framework { margin: 0 0 1rem; padding-top: .75rem; border-top: 2px solid var(--ink); }
.framework > summary { width: auto; color: var(--ink); }
.framework > summary h3 { font: 600 1.2rem/1.4 var(--serif); }
.framework > summary .tally { display: block; padding-left: 1.1rem; }
.framework > .meta { margin: .5rem 0 0; }
.requirement {
    display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .15rem 1.25rem; padding: .9rem 0 .5rem;
    border-bottom: 1px solid var(--line);
}
.requirement .number { margin-right: .5rem; color: inherit; text-decoration: none; }
.requirement .number:hover { text-decoration: underline; }
.requirement .state { margin: 0; }
.requirement .about { grid-column: 1 / -1; font-size: .9375rem; }
.requirement .about p { margin-bottom: .35rem; }
.requirement .about .meta { color: var(--muted); }
.requirement:target, .evidence li:target { box-shadow: -.75rem 0 var(--ground), -1rem 0 var(--accent); }
.chain summary { font-size: .875rem; }
.link { margin: .6rem 0 .75rem .25rem; padding-left: 1rem; border-left: 1px solid var(--line); }
.link .meta { margin-bottom: .2rem; }
.link ul { margin: 0; }
.link li { padding-block: .15rem; }
.evidence li { padding: .5rem 0; border-bottom: 1px solid var(--line); }
.evidence p { margin: 0; }
#preuves h3::first-letter { text-transform: uppercase; }
.evidence .number { margin-right: .5rem; font-weight: 500; color: var(--muted); font-size: .875rem; }
.types { table-layout: fixed; }
.types thead th:first-child { width: 38%; } .types thead th:nth-child(2) { width: 5.5rem; }
.types td { overflow-wrap: anywhere; } .types :is(th, td):nth-child(2) { text-align: right; padding-right: 1.5rem; }
.first { margin: .5rem 0; font-size: .9375rem; }
.message { margin: 0 0 .2rem; }
footer { padding-top: 1.5rem; color: var(--muted); font-size: .9375rem; }
@media (max-width: 40rem) {
    h1 { font-size: 1.65rem; } h2 { font-size: 1.4rem; }
    .stack { display: block; font-size: 1.15rem; }
    .terms > div, .requirement { grid-template-columns: minmax(0, 1fr); }
    .figures .wide { display: none; }
    .figures { min-width: 26rem; }
}
@media (forced-colors: active) {
    .badge, .notice { border: 1px solid; }
    .cut { stroke: Canvas; }
    .swatch { border: 1px solid CanvasText; }
}
`;
