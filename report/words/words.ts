import type { Severity } from "../../policies/rule";
import type { Cause, Decision, Origin, Report, Status, Verdict } from "../model";
import { EN } from "./en";
import { FR } from "./fr";
import type { Language } from "./language";

/** What several outputs of the report say; what one alone says stands beside it. */
export interface Words {
    /** Of a requirement. */
    readonly status: Readonly<Record<Status, string>>;
    /** The same after a number, one and several. */
    readonly tally: Readonly<Record<Status, readonly [one: string, several: string]>>;
    /** Requirements of a status, one and several. */
    readonly requirements: Readonly<Record<Status, readonly [one: string, several: string]>>;
    /** Why a requirement is undetermined. */
    readonly cause: Readonly<Record<Cause, string>>;
    /** Of a finding. */
    readonly verdict: Readonly<Record<Verdict, string>>;
    /** Proposed: whether a finding is major or minor is the auditor's word. */
    readonly severity: Readonly<Record<Severity, string>>;
    readonly origin: Readonly<Record<Origin, string>>;
    /** What the report judges. */
    readonly source: Readonly<Record<Report["source"], string>>;
    readonly question: Readonly<Record<Report["source"], string>>;
    /** The answer to the question: a few words, and a sentence, which may be another one for an exported state. */
    readonly decision: Readonly<
        Record<
            Decision["verdict"],
            { readonly answer: string; readonly sentence: string; readonly ofState?: string }
        >
    >;
    /** Each reason of a decision as a sentence. */
    readonly reason: (reason: Decision["reasons"][number]) => string;
    /** The requirements that are not compliant, in a sentence or two. It never concludes from what was not looked at. */
    readonly headline: (report: Report) => string;
    /** How much was looked at, in two sentences: resources and rules. It stands before what was found. */
    readonly coverage: (report: Report) => string;
    /** What was found, in a sentence. */
    readonly found: (report: Report) => string;
    /** What the report is not, in a sentence, for its first page. */
    readonly notice: string;
    /** What the report does not say, one paragraph each. */
    readonly limits: (report: Report) => readonly string[];
}

const WORDS: Readonly<Record<Language, Words>> = { fr: FR, en: EN };

export function words(language: Language): Words {
    return WORDS[language];
}

/** The question that a report answers, and the answer in a few words and in a sentence. */
export function answerOf({ source, decision: { verdict } }: Report, language: Language) {
    const { question, decision } = words(language);
    const { answer, sentence, ofState = sentence } = decision[verdict];
    return { question: question[source], answer, sentence: source === "state" ? ofState : sentence };
}

/** In the order in which a reader needs them. */
export const STATUSES: readonly Status[] = [
    "nonCompliant",
    "undetermined",
    "exempted",
    "evidenceRequired",
    "compliant",
    "notApplicable",
];

/** The gravest first. */
export const VERDICTS: readonly Verdict[] = ["violation", "undecided", "exempted", "compliant"];

/** The gravest first. */
export const SEVERITIES = ["critical", "high", "medium", "low"] as const satisfies readonly Severity[];
