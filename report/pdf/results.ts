import { totalOf } from "../counts";
import type { FindingCounts } from "../model";
import { VERDICTS } from "../words/words";
import type { Content } from "./blocks";
import type { Context } from "./context";

/** How many findings there are of each verdict, a line each. */
export function resultText({ own, say }: Context, counts: FindingCounts): Content {
    if (totalOf(counts) === 0) {
        return own.none;
    }
    return VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) => [
        { mark: verdict, text: say.counted(counts[verdict], ...own.results[verdict]) },
    ]);
}
