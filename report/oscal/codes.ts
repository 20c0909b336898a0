import type { Severity } from "../../policies/rule";
import type { Cause, Decision, Status, Verdict } from "../model";
import type { Finding } from "./document";

/** Values of the project's own properties: the same in every language. */
export const STATUS_CODES: Readonly<Record<Status, string>> = {
    compliant: "conforme",
    nonCompliant: "non-conforme",
    exempted: "conforme-avec-derogation",
    undetermined: "indetermine",
    evidenceRequired: "preuve-a-fournir",
    notApplicable: "non-applicable",
};

export const VERDICT_CODES: Readonly<Record<Verdict, string>> = {
    compliant: "conforme",
    violation: "non-conforme",
    undecided: "indetermine",
    exempted: "sous-derogation",
};

export const SEVERITY_CODES: Readonly<Record<Severity, string>> = {
    critical: "critique",
    high: "elevee",
    medium: "moyenne",
    low: "faible",
};

export const CAUSE_CODES: Readonly<Record<Cause, string>> = {
    undecidedValue: "valeur-inconnue",
    disabledRule: "regle-desactivee",
    nothingToJudge: "rien-a-juger",
};

export const DECISION_CODES: Readonly<Record<Decision["verdict"], string>> = {
    refused: "refusee",
    inconclusive: "sans-conclusion",
    reserved: "sous-reserve",
    accepted: "admise",
};

/**
 * OSCAL knows two states. Whatever is not shown to be compliant is not satisfied, so that no reader of the state alone
 * takes it for compliant; the reason tells which. What does not apply has no finding.
 */
export const OUTCOMES: Readonly<Record<Status, Omit<Finding["target"]["status"], "remarks"> | undefined>> = {
    compliant: { state: "satisfied", reason: "pass" },
    nonCompliant: { state: "not-satisfied", reason: "fail" },
    exempted: { state: "not-satisfied", reason: "derogation" },
    undetermined: { state: "not-satisfied", reason: "indetermine" },
    evidenceRequired: { state: "not-satisfied", reason: "preuve-a-fournir" },
    notApplicable: undefined,
};
