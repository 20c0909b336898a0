/** Colours, light and dark, with a contrast of at least 4.5 to 1 for text and 3 to 1 for bars. Paper is always light. */
export const THEME = `
:root {
    color-scheme: light dark;
    --paper: #fff; --ground: #fbfaf8; --ink: #1d222b; --muted: #5a6370; --line: #dedad3; --accent: #1b4f7e;
    --compliant: #1a6a3d; --nonCompliant: #b0170f; --undetermined: #8a4b00; --exempted: #6a2f86;
    --evidenceRequired: #2a5d8f; --notApplicable: #626b77;
    --tint-compliant: #eaf4ed; --tint-nonCompliant: #fcefed; --tint-undetermined: #fcf2e3; --tint-exempted: #f5eef9;
    --tint-evidenceRequired: #ebf1f8; --tint-notApplicable: #f0efed;
    --examined: #24425f; --genericOnly: #6d8cab; --unexamined: #8a8378;
    --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", "Liberation Serif", Georgia, serif;
    --sans: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
    --mono: ui-monospace, "Cascadia Mono", "SFMono-Regular", "Liberation Mono", "DejaVu Sans Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
    :root {
        --paper: #1b1f26; --ground: #14171c; --ink: #e6e4e0; --muted: #a8adb6; --line: #373c45; --accent: #93bff0;
        --compliant: #7bd09a; --nonCompliant: #ff9a92; --undetermined: #efb45f; --exempted: #d0a8e8;
        --evidenceRequired: #93bff0; --notApplicable: #a8adb6;
        --tint-compliant: #18291f; --tint-nonCompliant: #341d1c; --tint-undetermined: #2f2616; --tint-exempted: #2a2033;
        --tint-evidenceRequired: #1a2736; --tint-notApplicable: #252a32;
        --examined: #b7d3f0; --genericOnly: #6f93b8; --unexamined: #8d877d;
    }
}
.compliant { color: var(--compliant); } .nonCompliant { color: var(--nonCompliant); }
.undetermined { color: var(--undetermined); } .exempted { color: var(--exempted); }
.evidenceRequired { color: var(--evidenceRequired); } .notApplicable { color: var(--notApplicable); }
.bar .compliant { fill: var(--compliant); } .bar .nonCompliant { fill: var(--nonCompliant); }
.bar .undetermined { fill: var(--undetermined); } .bar .exempted { fill: var(--exempted); }
.bar .evidenceRequired { fill: var(--evidenceRequired); } .bar .notApplicable { fill: var(--notApplicable); }
.examined, .judged { fill: var(--examined); background: var(--examined); }
.genericOnly, .idle { fill: var(--genericOnly); background: var(--genericOnly); }
.opaque, .disabled { fill: var(--undetermined); background: var(--undetermined); }
.unexamined { fill: var(--unexamined); background: var(--unexamined); }
.bar .none { fill: var(--line); }
.badge.compliant, .answer.compliant { background: var(--tint-compliant); }
.badge.nonCompliant, .answer.nonCompliant { background: var(--tint-nonCompliant); }
.badge.undetermined, .answer.undetermined { background: var(--tint-undetermined); }
.badge.exempted, .answer.exempted { background: var(--tint-exempted); }
.badge.evidenceRequired { background: var(--tint-evidenceRequired); }
.badge.notApplicable { background: var(--tint-notApplicable); }
`;
