import { gzipSync } from "node:zlib";
import { isRootStack, nameOf, parentTypesOf, typeOfUrn } from "../../../policies/urn";
import { groupBy } from "../../group-by";
import type { Finding, Report, ReportRule } from "../../model";
import type { Language } from "../../words/language";
import { SEVERITIES, VERDICTS, words } from "../../words/words";
import { anchorsOf } from "../anchors";
import { named } from "../text";
import type { Labels, Packed, PackedFinding, PackedResources, PackedRule } from "./packed";

/** Of our own components. */
const PREFIX = "audioprothese:";

/**
 * What the script of the page needs: JSON, compressed, in base64. The same report and pages give the same text.
 *
 * @param pages - the markup within `#page`, by language.
 */
export function packedData(report: Report, pages: Readonly<Record<Language, string>>): string {
    // zlib leaves the time of compression at 0.
    return gzipSync(JSON.stringify(pack(report, pages)), { level: 9 }).toString("base64");
}

function pack(report: Report, pages: Readonly<Record<Language, string>>): Packed {
    const types = new Dictionary<string>();
    const paths = new Dictionary<string>();
    const components = new Dictionary<string>();
    const texts = new Dictionary<string>();
    const exemptions = new Dictionary<Packed["exemptions"][number]>(({ id }) => id);
    const urns = new Dictionary<string>();
    for (const { resource } of report.findings) {
        urns.placeOf(resource);
    }
    const anchors = anchorsOf(report);

    const packFinding = (finding: Finding): PackedFinding | undefined => {
        const { resource, verdict, messages, undecided, exemption, since } = finding;
        return verdict === "compliant"
            ? undefined
            : {
                  resource: urns.placeOf(resource),
                  verdict,
                  ...(messages.length > 0 && { messages: messages.map((text) => texts.placeOf(text)) }),
                  ...(undecided.length > 0 && { undecided: undecided.map((text) => texts.placeOf(text)) }),
                  ...(exemption && { exemption: exemptions.placeOf(exemption) }),
                  ...(since !== undefined && { since: texts.placeOf(since) }),
              };
    };
    const packRule = (rule: ReportRule, findings: readonly Finding[]): PackedRule => {
        const { id, title, why, remediation, severity, url } = rule;
        return {
            id,
            anchor: anchors.rule(id),
            title: { fr: named(title.fr, id), en: named(title.en, id) },
            why,
            remediation,
            severity,
            url,
            requirements: rule.requirements.map(({ framework, requirement }) => ({
                framework,
                id: requirement,
                anchor: anchors.requirement(framework, requirement),
            })),
            open: findings
                .map(packFinding)
                .filter((finding) => finding !== undefined)
                .sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict)),
            compliant: distances(
                findings
                    .filter(({ verdict }) => verdict === "compliant")
                    .map(({ resource }) => urns.placeOf(resource)),
            ),
        };
    };

    const found = groupBy(report.findings, ({ rule }) => rule);
    const rules = report.rules
        .filter(({ id }) => found.has(id))
        .map((rule) => packRule(rule, found.get(rule.id) ?? []))
        .sort((a, b) => weight(a) - weight(b));
    return {
        pages,
        labels: { fr: labels("fr"), en: labels("en") },
        verdicts: VERDICTS,
        severities: SEVERITIES,
        source: report.source,
        frameworks: report.frameworks.map(({ id, title }) => ({
            id,
            title: { fr: named(title.fr, id), en: named(title.en, id) },
        })),
        rules,
        resources: packResources(urns.values, types, paths, components),
        types: types.values,
        paths: paths.values,
        components: components.values,
        texts: texts.values,
        exemptions: exemptions.values,
    };
}

/** Values in the order in which they come, each once. */
class Dictionary<T> {
    readonly values: T[] = [];
    private readonly places = new Map<unknown, number>();

    constructor(private readonly key: (value: T) => unknown = (value) => value) {}

    placeOf(value: T): number {
        const key = this.key(value);
        const known = this.places.get(key);
        if (known !== undefined) {
            return known;
        }
        this.places.set(key, this.values.length);
        return this.values.push(value) - 1;
    }
}

function packResources(
    urns: readonly string[],
    types: Dictionary<string>,
    paths: Dictionary<string>,
    components: Dictionary<string>,
): PackedResources {
    const stack = urns.findIndex(isRootStack);
    return {
        names: urns.map(nameOf),
        types: urns.map((urn) => types.placeOf(typeOfUrn(urn))),
        paths: urns.map((urn) => paths.placeOf(parentTypesOf(urn).join(" › "))),
        components: urns.map((urn) => components.placeOf(componentOf(urn))),
        ...(stack >= 0 && { stack }),
    };
}

function componentOf(urn: string): string {
    const type = typeOfUrn(urn);
    const ours = [...parentTypesOf(urn), type].find((own) => own.startsWith(PREFIX));
    return ours?.slice(PREFIX.length) ?? type.replace(/(?:\/[^:]*)?:[^:]*$/, "");
}

/** By the gravest finding, then by severity. */
function weight({ open, severity }: PackedRule): number {
    return (
        VERDICTS.indexOf(open[0]?.verdict ?? "compliant") * SEVERITIES.length + SEVERITIES.indexOf(severity)
    );
}

function distances(places: readonly number[]): number[] {
    const sorted = [...places].sort((a, b) => a - b);
    return sorted.map((place, index) => place - (sorted[index - 1] ?? 0));
}

function labels(language: Language): Labels {
    const { verdict, severity } = words(language);
    return { verdict, severity };
}
