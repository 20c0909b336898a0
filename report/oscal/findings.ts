import type { Report, ReportFramework, ReportRequirement } from "../model";
import { labelled } from "../words/labelled";
import { type Language, notation } from "../words/language";
import { words } from "../words/words";
import { CAUSE_CODES, OUTCOMES, STATUS_CODES } from "./codes";
import type { Finding, Risk } from "./document";
import { stackUuid } from "./identity";
import { evidenceUuid, findingProperties, observationUuid, tally } from "./observations";
import { line, property, prose } from "./text";
import { controlsOf, objectiveOf } from "./tokens";
import { WORDS } from "./words";

/** One for each requirement that applies. */
export function findingsOf(
    report: Report,
    framework: ReportFramework,
    risks: ReadonlyMap<string, readonly Risk[]>,
    language: Language,
): readonly Finding[] {
    const controls = controlsOf(framework);
    const evidence = new Map(report.evidence.map(({ id, document }) => [id, document[language]]));
    return framework.requirements.flatMap((requirement): Finding[] => {
        const { id, status, causes, rules } = requirement;
        const outcome = OUTCOMES[status];
        return outcome === undefined
            ? []
            : [
                  {
                      uuid: stackUuid(report, "finding", framework.id, id),
                      title: line(
                          labelled(
                              id,
                              `${requirement.title[language]} (${words(language).status[status]})`,
                              language,
                          ),
                          language,
                      ),
                      description: prose(description(requirement, evidence, language), language),
                      props: [
                          property("statut", STATUS_CODES[status], language),
                          property("referentiel", framework.id, language),
                          property("exigence", id, language),
                          ...causes.map((cause) => property("cause", CAUSE_CODES[cause], language)),
                          ...findingProperties(requirement.findings, language),
                      ],
                      target: {
                          type: "objective-id",
                          "target-id": objectiveOf(controls.get(id) ?? id),
                          status: {
                              ...outcome,
                              ...(causes.length === 0
                                  ? {}
                                  : { remarks: prose([because(requirement, language)], language) }),
                          },
                      },
                      "related-observations": [
                          ...rules.map((rule) => observationUuid(report, rule)),
                          ...(requirement.evidence === undefined
                              ? []
                              : [evidenceUuid(report, requirement.evidence)]),
                      ].map((uuid) => ({ "observation-uuid": uuid })),
                      "related-risks": rules
                          .flatMap((rule) => risks.get(rule) ?? [])
                          .map(({ uuid }) => ({ "risk-uuid": uuid })),
                  },
              ];
    });
}

function description(
    requirement: ReportRequirement,
    evidence: ReadonlyMap<string, string>,
    language: Language,
): readonly string[] {
    const own = WORDS[language];
    const { status, causes, rules, findings } = requirement;
    return [
        labelled(own.status, words(language).status[status], language),
        ...(causes.length === 0 ? [] : [because(requirement, language)]),
        ...(rules.length === 0 ? [] : [labelled(own.verdicts, tally(findings, language), language)]),
        ...(requirement.evidence === undefined
            ? []
            : [labelled(own.evidence, evidence.get(requirement.evidence) ?? requirement.evidence, language)]),
    ];
}

function because({ causes }: ReportRequirement, language: Language): string {
    const { cause } = words(language);
    return labelled(
        WORDS[language].cause,
        notation(language).list(causes.map((code) => cause[code])),
        language,
    );
}
