import { nameOf, typeOfUrn } from "../../policies/urn";
import type { Changes, Report, Status } from "../model";
import { labelled } from "../words/labelled";
import { type Language, notation } from "../words/language";
import { words } from "../words/words";
import { firstOf, folded } from "./fold";
import { markdownCode, markdownText } from "./text";
import { WORDS } from "./words";

/** Findings of each kind that a comment lists. */
const MOST = 10;

type Change = Changes["findings"][number];

/** What changed since the previous report, regressions first and in full view; none for a first report. */
export function changeBlocks({ changes }: Report, language: Language): readonly string[] {
    if (changes === undefined) {
        return [];
    }
    const own = WORDS[language];
    const typeset = (text: string) => notation(language).typeset(text);
    const of = (kind: Change["kind"]) => changes.findings.filter((change) => change.kind === kind);
    const list = (found: readonly Change[]) =>
        firstOf(found, MOST, (change) => line(change, language), own.more);
    const [regressions, unjudged, improvements] = [of("regression"), of("unjudged"), of("improvement")];
    const { origin } = words(language);
    return [
        `### ${own.since(changes.previous)}`,
        typeset(own.differs(changes.origins.map((one) => origin[one]))),
        ...(changes.findings.length === 0 ? [own.noChange] : []),
        ...(regressions.length === 0
            ? []
            : [`**${own.regressions(regressions.length)}**`, list(regressions)]),
        ...(unjudged.length === 0 ? [] : [folded(own.unjudged(unjudged.length), list(unjudged))]),
        ...(changes.resources.removed.length === 0
            ? []
            : [
                  folded(
                      own.removed(changes.resources.removed.length),
                      firstOf(
                          changes.resources.removed,
                          MOST,
                          (urn) =>
                              `${markdownCode(nameOf(urn), language)} · ${markdownCode(typeOfUrn(urn), language)}`,
                          own.more,
                      ),
                  ),
              ]),
        ...(improvements.length === 0
            ? []
            : [folded(own.improvements(improvements.length), list(improvements))]),
        ...(changes.requirements.length === 0
            ? []
            : [
                  folded(
                      own.requirements(changes.requirements.length),
                      firstOf(
                          changes.requirements,
                          MOST,
                          (change) => requirementLine(change, language),
                          own.more,
                      ),
                  ),
              ]),
        typeset(own.resources(changes.resources.added.length, changes.resources.removed.length)),
        typeset(
            own.rules(
                changes.rules.added.length,
                changes.rules.removed.length,
                changes.rules.disabled.length,
                changes.rules.enabled.length,
            ),
        ),
    ];
}

function line({ rule, resource, before, after, origins }: Change, language: Language): string {
    const { verdict, origin } = words(language);
    const { notApplied } = WORDS[language];
    const of = (one: Change["before"]) => (one === undefined ? notApplied : verdict[one]);
    const why = origins.map((one) => origin[one]).join(", ");
    return (
        `${markdownCode(rule, language)} · ${markdownCode(nameOf(resource), language)} · ` +
        `${of(before)} → ${of(after)}${why === "" ? "" : ` (${why})`}`
    );
}

function requirementLine(
    { framework, requirement, before, after }: Changes["requirements"][number],
    language: Language,
): string {
    const { status } = words(language);
    const of = (one: Status | undefined) => (one === undefined ? "—" : status[one]);
    const name = markdownText(`${framework} ${requirement}`, language);
    return labelled(name, `${of(before)} → ${of(after)}`, language);
}
