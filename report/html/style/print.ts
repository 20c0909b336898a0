/** On paper: the whole of every fold, no navigation, rows and entries kept whole. */
export const PRINT = `
@media screen { .paper { display: none; } }
@media print {
    @page { size: A4; margin: 18mm 16mm 20mm; }
    :root { --ground: #fff; }
    html { font-size: 9.5pt; }
    body { line-height: 1.45; }
    #page { max-width: none; padding: 0; }
    .frame { display: block; }
    nav, .skip, #langue { display: none !important; }
    header { padding-top: 0; }
    .badge, .answer, .bar, .swatch, .notice { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    main > section { padding: 6mm 0 2mm; }
    main > .answer { margin-top: 5mm; padding: 5mm; }
    #ecarts, #exigences, #preuves, #provenance { break-before: page; }
    h2, h3, h4, summary, caption, .charted, .gap > .meta, .framework > .meta, .link > .meta { break-after: avoid; }
    .chart, .figures, .gap > .meta, .terms > div, .exemption, tr, li, .answer { break-inside: avoid; }
    .requirement, .gap, .requirements, .link { break-inside: auto; }
    p, li { orphans: 3; widows: 3; }
    .link:not(:has(.open)), .link li:not(.open) { display: none; }
    .scroll { overflow: visible; }
    .scroll table { min-width: 0; }
    thead { display: table-header-group; }
    a { color: inherit; text-decoration: none; }
    summary { list-style: none; color: inherit; }
    details[data-print]::details-content { display: block; content-visibility: visible; block-size: auto; }
}
`;
