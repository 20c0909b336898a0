import { html, type Markup } from "../html/markup";
import type { StatusCounts } from "../model";
import { STATUSES } from "../words/words";

/** The statuses of one framework at an instant. */
export interface Point {
    readonly at: string;
    readonly statuses: StatusCounts;
}

const WIDTH = 1_000;
const HEIGHT = 240;

/**
 * Requirements by status over time, the gravest at the bottom. A status stands until the next report, the last one until
 * `now`. The figures stand in a table beside it, so that those who do not see it miss nothing.
 */
export function trendChart(points: readonly Point[], now: Date): Markup {
    const start = Date.parse(points[0]?.at ?? "");
    const span = Math.max(1, now.getTime() - start);
    const edges = [...points.map(({ at }) => (WIDTH * (Date.parse(at) - start)) / span), WIDTH].map((x) =>
        Math.min(WIDTH, Math.max(0, x)),
    );
    const most = Math.max(1, ...points.map(({ statuses }) => total(statuses)));
    const y = (count: number): string => (HEIGHT - (HEIGHT * count) / most).toFixed(1);
    const areas = STATUSES.map((status, index) => {
        const below = STATUSES.slice(0, index);
        const steps = points.map(({ statuses }, place) => {
            const bottom = below.reduce((sum, each) => sum + statuses[each], 0);
            const [left = 0, right = WIDTH] = [edges[place], edges[place + 1]];
            return { left: left.toFixed(1), right: right.toFixed(1), bottom, top: bottom + statuses[status] };
        });
        if (steps.every(({ bottom, top }) => bottom === top)) {
            return undefined;
        }
        const upper = steps.map(({ left, right, top }) => `${left},${y(top)} ${right},${y(top)}`);
        const lower = steps.map(({ left, right, bottom }) => `${right},${y(bottom)} ${left},${y(bottom)}`);
        return html`<polygon class="${status}" points="${[...upper, ...lower.reverse()].join(" ")}" />`;
    });
    return html`<svg
        class="trend"
        viewBox="0 0 ${WIDTH} ${HEIGHT}"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
    >
        ${areas}
    </svg>`;
}

function total(statuses: StatusCounts): number {
    return STATUSES.reduce((sum, status) => sum + statuses[status], 0);
}
