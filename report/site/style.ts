/** What the pages of the site and of a difference have beside the style of the report. */
export const PAGE_STYLE = `
.pages { margin: .5rem 0 0; font-size: .9375rem; }
.pages a { display: inline-block; padding-block: .2rem; }
.facts dt { font-weight: 650; }
.texts .type { display: block; }
.scroll { position: relative; }
.texts th[scope=row] { min-width: 8rem; }
.counts td, .counts th[scope=col]:not(:first-child) { text-align: right; font-variant-numeric: tabular-nums; }
.counts td:has(.bar) { width: 35%; } .counts .bar { margin: .3rem 0 0; }
table .badge { white-space: normal; }
.trend { display: block; width: 100%; height: 11rem; border-block: 1px solid var(--line); forced-color-adjust: none; print-color-adjust: exact; }
.trend polygon { stroke: var(--ground); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
.trend .compliant { fill: var(--compliant); } .trend .nonCompliant { fill: var(--nonCompliant); }
.trend .undetermined { fill: var(--undetermined); } .trend .exempted { fill: var(--exempted); }
.trend .evidenceRequired { fill: var(--evidenceRequired); } .trend .notApplicable { fill: var(--notApplicable); }
.axis { display: flex; justify-content: space-between; gap: 1rem; max-width: none !important; color: var(--muted); font-size: .875rem; }
.axis span:last-child { text-align: right; }
`;
