import type { Severity } from "../../../policies/rule";
import type { Report, Verdict } from "../../model";
import type { Language, Text } from "../../words/language";

/** A rule, and its findings of which nothing need be said but the resource. */
export interface PackedRule {
    readonly id: string;
    /** Id of its element. */
    readonly anchor: string;
    readonly title: Text;
    readonly why: Text;
    readonly remediation: Text;
    readonly severity: Severity;
    readonly url: string;
    readonly requirements: readonly {
        readonly framework: string;
        readonly id: string;
        readonly anchor: string;
    }[];
    /** The open findings, the gravest first. */
    readonly open: readonly PackedFinding[];
    /** Resources that comply, as distances: each from the one before, the first from 0. */
    readonly compliant: readonly number[];
}

/** Numbers are places in the lists of `Packed`. */
export interface PackedFinding {
    readonly resource: number;
    readonly verdict: Exclude<Verdict, "compliant">;
    /** In French. */
    readonly messages?: readonly number[];
    /** Paths. */
    readonly undecided?: readonly number[];
    readonly exemption?: number;
    readonly since?: number;
}

/** One column for each property of the resources. */
export interface PackedResources {
    readonly names: readonly string[];
    /** Places in `types`, `paths` and `components`. */
    readonly types: readonly number[];
    readonly paths: readonly number[];
    readonly components: readonly number[];
    /** Of the stack as a whole; absent where nothing was found on it. */
    readonly stack?: number;
}

/** What travels in the page for its script: each text once. */
export interface Packed {
    /** The markup within `#page`. */
    readonly pages: Readonly<Record<Language, string>>;
    readonly labels: Readonly<Record<Language, Labels>>;
    /** The gravest first. */
    readonly verdicts: readonly Verdict[];
    /** The gravest first. */
    readonly severities: readonly Severity[];
    readonly source: Report["source"];
    readonly frameworks: readonly { readonly id: string; readonly title: Text }[];
    /** Those with findings, the gravest first. */
    readonly rules: readonly PackedRule[];
    readonly resources: PackedResources;
    readonly types: readonly string[];
    /** Types of the components that hold a resource, the outermost first. */
    readonly paths: readonly string[];
    /** What officers know a resource by: the outermost component of ours, else the service of its type. */
    readonly components: readonly string[];
    readonly texts: readonly string[];
    readonly exemptions: readonly {
        readonly id: string;
        readonly expires: string;
        readonly daysLeft: number;
    }[];
}

export interface Labels {
    readonly verdict: Readonly<Record<Verdict, string>>;
    readonly severity: Readonly<Record<Severity, string>>;
}
