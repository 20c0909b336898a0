import { type Fragment, type Markup, html as xml } from "../html/markup";

/** How a testcase ends; without one it passes. */
export interface Outcome {
    readonly kind: "failure" | "error" | "skipped";
    readonly type: string;
    readonly message: string;
    readonly text: string;
}

export interface TestCase {
    readonly name: string;
    readonly outcome?: Outcome;
    /** What is told of one that passes. */
    readonly output?: string;
}

export interface Suite {
    readonly name: string;
    readonly properties: readonly (readonly [name: string, value: string])[];
    readonly cases: readonly TestCase[];
}

export interface TestResults {
    readonly name: string;
    /** ISO 8601 without a zone, which strict readers refuse. */
    readonly timestamp: string;
    readonly suites: readonly Suite[];
}

/** The document; every value is escaped. */
export function xmlOf({ name, timestamp, suites }: TestResults): string {
    const all = suites.flatMap(({ cases }) => cases);
    return xml`<?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="${name}"${tally(all)} time="0">
        ${suites.map((suite) => suiteXml(suite, name, timestamp))}</testsuites>
        `.toString();
}

function suiteXml({ name, properties, cases }: Suite, group: string, timestamp: string): Markup {
    const skipped = of("skipped", cases);
    return xml`<testsuite name="${name}"${tally(cases)} skipped="${skipped}" time="0" timestamp="${timestamp}">
        <properties>
        ${properties.map(([key, value]) => xml`<property name="${key}" value="${value}"/>\n`)}</properties>
        ${cases.map((one) => caseXml(one, `${group}.${name}`))}</testsuite>
        `;
}

function caseXml({ name, outcome, output }: TestCase, classname: string): Markup {
    return xml`<testcase name="${name}" classname="${classname}" time="0">
        ${outcome && outcomeXml(outcome)}${output !== undefined && xml`<system-out>${output}</system-out>\n`}</testcase>
        `;
}

function outcomeXml({ kind, type, message, text }: Outcome): Markup {
    const attributes = xml`type="${type}" message="${message}"`;
    switch (kind) {
        case "failure":
            return xml`<failure ${attributes}>${text}</failure>\n`;
        case "error":
            return xml`<error ${attributes}>${text}</error>\n`;
        case "skipped":
            return xml`<skipped ${attributes}/>\n`;
    }
}

function tally(cases: readonly TestCase[]): Fragment {
    return xml` tests="${cases.length}" failures="${of("failure", cases)}" errors="${of("error", cases)}"`;
}

function of(kind: Outcome["kind"], cases: readonly TestCase[]): number {
    return cases.filter(({ outcome }) => outcome?.kind === kind).length;
}
