import type { Report } from "../model";
import { labelled } from "../words/labelled";
import { type Language, notation } from "../words/language";
import { words } from "../words/words";
import { frameworkResource, reviewedControls } from "./controls";
import { stackUuid } from "./identity";
import { assetsOf, metadata, reportResource, reportUuid, toolOf } from "./metadata";
import { line, property, prose } from "./text";
import { controlsOf, tokensOf } from "./tokens";
import { WORDS } from "./words";

/** The plan that the results follow: what is assessed, by what, and what people must provide. */
export function assessmentPlan(report: Report, language: Language): object {
    const own = WORDS[language];
    const owners = new Map(report.evidence.map(({ owner }) => [owner.fr, owner[language]]));
    const roles = tokensOf("role", [...owners.keys()]);
    return {
        "assessment-plan": {
            uuid: stackUuid(report, "assessment-plan", report.generatedAt, language),
            metadata: metadata(report, language, {
                title: own.planOf(report.stack),
                roles: [...owners].map(([owner, title]) => ({
                    id: roles.get(owner) ?? owner,
                    title: line(title, language),
                })),
                remarks: [words(language).notice, own.noSsp],
            }),
            "import-ssp": {
                href: `#${reportUuid(report)}`,
                remarks: prose([notation(language).typeset(own.noSsp)], language),
            },
            "reviewed-controls": reviewedControls(report, language, false),
            "assessment-subjects": [
                {
                    type: "inventory-item",
                    description: prose([own.subjects], language),
                    "include-all": {},
                },
            ],
            "assessment-assets": {
                components: [toolOf(report, language)],
                ...assetsOf(report, language),
            },
            tasks: tasks(report, roles, language),
            "back-matter": {
                resources: [
                    {
                        ...reportResource(report, language),
                        description: prose(
                            [labelled(own.stack, `${report.project}, ${report.stack}`, language)],
                            language,
                        ),
                    },
                    ...report.frameworks.map((framework) => frameworkResource(report, framework, language)),
                ],
            },
        },
    };
}

/** What people must provide, a task for each document. */
function tasks(report: Report, roles: ReadonlyMap<string, string>, language: Language): readonly object[] {
    const own = WORDS[language];
    const controls = new Map(report.frameworks.map((framework) => [framework.id, controlsOf(framework)]));
    return report.evidence.map(({ id, owner, document, requirements }) => ({
        uuid: stackUuid(report, "task", id),
        type: "action",
        title: line(`${id}, ${document[language]}`, language),
        description: prose(
            [
                labelled(own.evidence, document[language], language),
                labelled(own.provider, owner[language], language),
            ],
            language,
        ),
        props: [
            property("preuve", id, language),
            ...requirements.map(({ framework, requirement }) =>
                property("controle", controls.get(framework)?.get(requirement) ?? requirement, language),
            ),
        ],
        "responsible-roles": [{ "role-id": roles.get(owner.fr) ?? owner.fr }],
    }));
}
