import { XMLParser } from "fast-xml-parser";
import type { Language } from "../../../report/words/language";
import { STATUSES, words } from "../../../report/words/words";
import { foundIn } from "./documents";
import { type ReportFiles, type Told, statusesOf, tally } from "./told";

/** What JUnit and OSCAL files say. */

interface Case {
    readonly failure?: { readonly type: string };
    readonly skipped?: { readonly type: string };
    readonly "system-out"?: string;
}

interface Suite {
    readonly properties: { readonly property: readonly { readonly name: string; readonly value: string }[] };
    readonly testcase: readonly Case[];
}

function suitesIn(files: ReportFiles): readonly Suite[] {
    const parser = new XMLParser({
        ignoreAttributes: false,
        attributeNamePrefix: "",
        isArray: (name) => ["testsuite", "testcase", "property"].includes(name),
        processEntities: false,
    });
    const { testsuites } = parser.parse(files("junit.xml").toString()) as {
        readonly testsuites: { readonly testsuite: readonly Suite[] };
    };
    return testsuites.testsuite;
}

const properties = ({ properties: { property } }: Suite) =>
    Object.fromEntries(property.map(({ name, value }) => [name, value]));

/** By what tools make of each test; of those that pass, the first line of the output tells which are exempted. */
export function junitCases(files: ReportFiles, language: Language): Told {
    const { exempted } = words(language).status;
    const statusIn = (one: Case) =>
        one.failure?.type ??
        one.skipped?.type ??
        (one["system-out"]?.startsWith(exempted) === true ? "exempted" : "compliant");
    return {
        frameworks: suitesIn(files)
            .slice(1)
            .map(({ testcase }) => tally(STATUSES, testcase.map(statusIn))),
    };
}

export function junitProperties(files: ReportFiles): Told {
    const [decision, ...frameworks] = suitesIn(files).map(properties);
    return {
        findings: foundIn(decision?.findings ?? ""),
        frameworks: frameworks.map((of) =>
            statusesOf(Object.fromEntries(STATUSES.map((status) => [status, of[`status.${status}`]]))),
        ),
    };
}

interface Property {
    readonly name: string;
    readonly value: string;
}

interface Holder {
    readonly props?: readonly Property[];
}

interface Finding extends Holder {
    readonly target: { readonly status: { readonly state: string } };
}

interface Results {
    readonly "assessment-results": {
        readonly results: readonly (Holder & {
            readonly findings?: readonly Finding[];
            readonly observations?: readonly Holder[];
            readonly "reviewed-controls": Reviewed;
        })[];
    };
}

interface Reviewed {
    readonly "control-selections": readonly (Holder & {
        readonly "include-controls": readonly unknown[];
        readonly "exclude-controls"?: readonly unknown[];
    })[];
}

const VERDICT_PROPERTIES = ["non-conforme", "indetermine", "sous-derogation", "conforme"].map(
    (code) => `constats-${code}`,
);

const STATUS_CODES = [
    "non-conforme",
    "indetermine",
    "conforme-avec-derogation",
    "preuve-a-fournir",
    "conforme",
    "non-applicable",
];

const valueOf = ({ props = [] }: Holder, name: string) =>
    props.find((property) => property.name === name)?.value;

const numbers = (holder: Holder, names: readonly string[]) =>
    names.map((name) => Number(valueOf(holder, name)));

const statusNumbers = (holder: Holder) =>
    numbers(
        holder,
        STATUS_CODES.map((code) => `exigences-${code}`),
    );

function resultIn(files: ReportFiles) {
    const { "assessment-results": document } = JSON.parse(
        files("oscal-assessment-results.json").toString(),
    ) as Results;
    const [result] = document.results;
    if (result === undefined || document.results.length !== 1) {
        throw new Error("expected one result");
    }
    return result;
}

export function oscalSummary(files: ReportFiles): Told {
    const result = resultIn(files);
    return {
        findings: numbers(result, VERDICT_PROPERTIES),
        requirements: statusNumbers(result),
        frameworks: result["reviewed-controls"]["control-selections"].map(statusNumbers),
    };
}

/** By its observations, and by its findings with what the selections exclude. */
export function oscalItems(files: ReportFiles): Told {
    const { observations = [], findings = [], "reviewed-controls": reviewed } = resultIn(files);
    const counted = observations.filter((one) => valueOf(one, "regle") !== undefined);
    const satisfied = findings.filter(({ target }) => target.status.state === "satisfied");
    const compliant = findings.filter((finding) => valueOf(finding, "statut") === "conforme");
    if (satisfied.some((finding, index) => finding !== compliant[index])) {
        throw new Error("satisfied, and not compliant");
    }
    return {
        findings: counted
            .map((one) => numbers(one, VERDICT_PROPERTIES))
            .reduce((sum, row) => sum.map((count, index) => count + (row[index] ?? 0)), [0, 0, 0, 0]),
        frameworks: reviewed["control-selections"].map((selection) => {
            const own = findings.filter(
                (finding) => valueOf(finding, "referentiel") === valueOf(selection, "referentiel"),
            );
            const statuses = own.map((finding) => valueOf(finding, "statut"));
            return [
                ...tally(STATUS_CODES.slice(0, -1), statuses),
                selection["exclude-controls"]?.length ?? 0,
            ];
        }),
    };
}
