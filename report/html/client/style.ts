/** Style of the explorer, on screen and on paper; it takes the colours and badges of the page. */
export const CLIENT_STYLE = `
.filters {
    display: grid; grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr)); gap: .75rem 1rem; align-items: end;
    margin-bottom: 1rem; padding: 1rem; border: 1px solid var(--line); border-radius: 6px;
}
.filters label { display: grid; gap: .2rem; min-width: 0; color: var(--muted); font-size: .875rem; }
.filters .by-text { grid-column: span 2; }
.filters input, .filters select { width: 100%; min-width: 0; }
.filters button { justify-self: start; }
.explorer output { display: block; margin-bottom: .5rem; color: var(--muted); font-size: .95rem; }
.explorer .rule, .explorer .resource { border-top: 1px solid var(--line); scroll-margin-top: 4rem; }
.explorer summary {
    display: grid; grid-template-columns: 1rem 1fr auto; gap: .25rem .75rem; align-items: baseline; width: auto;
    padding: .7rem .25rem; color: inherit; cursor: pointer; list-style: none;
}
.explorer summary::-webkit-details-marker { display: none; }
.explorer summary::before { content: "▸"; content: "▸" / ""; color: var(--muted); }
.explorer details[open] > summary::before { content: "▾"; content: "▾" / ""; }
.explorer summary:hover h3 { text-decoration: underline; text-underline-offset: .15em; }
.explorer summary h3 { margin: 0; min-width: 0; font-size: 1rem; font-weight: 600; line-height: 1.4; overflow-wrap: anywhere; }
.explorer .type { display: block; color: var(--muted); font-size: .875rem; font-weight: 400; overflow-wrap: anywhere; }
.counts { display: flex; flex-wrap: wrap; gap: .3rem; justify-content: end; max-width: 24rem; }
.counts .badge { white-space: nowrap; }
.explorer .body { padding: 0 0 1rem 2rem; }
.explorer table { width: 100%; table-layout: fixed; }
.explorer table th:first-child { width: 34%; overflow-wrap: anywhere; }
.explorer table th:nth-child(2) { width: 12rem; }
.explorer table td { overflow-wrap: anywhere; }
.explorer table td p { margin: 0 0 .25rem; }
.explorer .since { color: var(--muted); font-size: .875rem; }
.explorer .more { margin: .75rem 0 0; color: var(--muted); }
@media (max-width: 40rem) {
    .filters .by-text { grid-column: auto; }
    .explorer summary { grid-template-columns: 1rem 1fr; }
    .explorer summary > span { grid-column: 2; }
    .explorer .counts { justify-content: start; }
    .explorer .body { padding-left: 0; }
}
@media screen { .explorer .printed { display: none; } }
@media print {
    .explorer .on-screen { display: none; }
    .explorer .printed .rule { padding-top: .5rem; border: 0; }
    .explorer .printed :is(thead, .meta, .counts) { break-after: avoid; }
    .explorer .printed tbody tr:first-child { break-before: avoid; }
    .explorer .counts { justify-content: start; }
    .explorer table th:first-child { width: 38%; }
}
`;
