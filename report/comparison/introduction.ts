import type { Changes } from "../model";
import { type Language, notation } from "../words/language";
import { words } from "../words/words";
import type { Diff } from "./diff";
import { WORDS } from "./words";

/** What stands before the lists: the reports, coverage, what differs, how much changed. */
export interface Introduction {
    readonly caveats: readonly string[];
    readonly facts: Readonly<
        Record<"before" | "after" | "coverageBefore" | "coverageAfter" | "origins" | "tally", string>
    >;
}

export function introduction(diff: Diff, language: Language): Introduction {
    const { report, origins } = WORDS[language];
    const common = words(language);
    const written = notation(language);
    const { before, after, changes, caveats } = diff;
    const facts = {
        before: report(before.report, common.decision[before.report.decision.verdict].answer),
        after: report(after.report, common.decision[after.report.decision.verdict].answer),
        coverageBefore: common.coverage(before.report),
        coverageAfter: common.coverage(after.report),
        origins: origins(changes.origins.map((each) => common.origin[each])),
        tally: tallyOf(changes, language),
    };
    return {
        caveats: caveats.map((caveat) => written.typeset(`${caveat[language]}.`)),
        facts: {
            ...facts,
            before: written.typeset(facts.before),
            after: written.typeset(facts.after),
            origins: written.typeset(facts.origins),
        },
    };
}

/** How much changed, in one sentence. */
export function tallyOf(changes: Changes, language: Language): string {
    const { requirements, resources } = changes;
    return notation(language).typeset(
        WORDS[language].tally(countKinds(changes), requirements.length, resources.removed.length),
    );
}

function countKinds({ findings }: Changes) {
    const counts = { regression: 0, unjudged: 0, improvement: 0 };
    for (const { kind } of findings) {
        counts[kind] += 1;
    }
    return counts;
}
