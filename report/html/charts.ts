import { html, type Markup } from "./markup";

/** A part of a bar: a class that gives its colour, and how much of the whole it is. */
export interface Part {
    readonly kind: string;
    readonly count: number;
}

const WIDTH = 1_000;
const HEIGHT = 16;
/** Between two parts. */
const GAP = 3;
/** What shows at all is at least this wide. */
const LEAST = 6;

/** One stacked bar. Its figures stand in the text beside it, so that those who do not see it miss nothing. */
export function bar(parts: readonly Part[]): Markup {
    const shown = parts.filter(({ count }) => count > 0);
    const total = shown.reduce((sum, { count }) => sum + count, 0);
    const free = WIDTH - shown.length * LEAST - Math.max(0, shown.length - 1) * GAP;
    let x = 0;
    const rectangles = shown.map(({ kind, count }) => {
        const width = LEAST + (free * count) / total;
        const rectangle = html`<rect
            class="${kind}"
            x="${x.toFixed(1)}"
            width="${width.toFixed(1)}"
            height="${HEIGHT}"
        />`;
        x += width + GAP;
        return rectangle;
    });
    return html`<svg
        class="bar"
        viewBox="0 0 ${WIDTH} ${HEIGHT}"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
    >
        ${rectangles.length === 0 ? html`<rect class="none" width="${WIDTH}" height="${HEIGHT}" />` : rectangles}
    </svg>`;
}
