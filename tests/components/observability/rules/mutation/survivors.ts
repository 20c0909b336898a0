import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CASES } from "../cases";
import { differences, type Subject, trialOf } from "../harness";
import { tryRules } from "../promtool";
import { type Mutant, mutantsOf } from "./mutants";

/** What the cases of some mutants found. */
export interface Score {
    /** Those that Prometheus would load. */
    readonly total: number;
    readonly survivors: readonly Mutant[];
}

/** Why a survivor is no gap in the cases. */
export interface Explanation {
    readonly alert: string;
    readonly change: string;
    readonly why: string;
}

export const explanations = (): readonly Explanation[] =>
    JSON.parse(readFileSync(join(__dirname, "survivors.json"), "utf8")) as Explanation[];

export const explained = (survivor: Mutant, all: readonly Explanation[]): Explanation | undefined =>
    all.find(({ alert, change }) => alert === survivor.rule.alert && change === survivor.change);

/** Tries mutants of alerts, all or those that are picked, with the cases of the alert. */
export async function scoreOf(
    subjects: readonly Subject[],
    pick: (mutants: readonly Mutant[]) => readonly Mutant[] = (mutants) => mutants,
): Promise<Score> {
    const attempts = subjects.flatMap((subject) => {
        const one = CASES.find(({ alert }) => alert === subject.rule.alert);
        // A test says so when an alert has none.
        return one === undefined
            ? []
            : pick(mutantsOf(subject.rule)).map((mutant) => ({ subject, one, mutant }));
    });
    const outcomes = await tryRules(
        attempts.map(({ subject, one, mutant }) => trialOf(subject, one, mutant.rule)),
    );
    const loaded = attempts
        .map((attempt, index) => ({ ...attempt, outcomes: outcomes[index] ?? [] }))
        .filter((attempt) => !attempt.outcomes.some(isRefused));
    return {
        total: loaded.length,
        survivors: loaded
            .filter(({ subject, one, outcomes: found }) => differences(subject.rule, one, found).length === 0)
            .map(({ mutant }) => mutant),
    };
}

const isRefused = (outcome: unknown) =>
    outcome instanceof Error && outcome.message.includes("could not parse");
