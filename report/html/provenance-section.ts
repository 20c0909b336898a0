import type { Report } from "../model";
import { type Fragment, html, joined, link } from "./markup";
import type { View } from "./view";
import { wording } from "./wording";

const WORDS = wording(
    {
        title: "Provenance",
        project: "Projet et pile",
        source: "Source",
        preview: "aperçu Pulumi, avant déploiement",
        state: "état exporté d’une pile Pulumi, jugé sans le moteur",
        simulated: "Azure simulé (bac à sable)",
        when: "Établi le",
        commit: "Version du code",
        outside: "hors dépôt Git",
        modified: "avec des modifications non enregistrées",
        engine: "Moteur",
        packs: "Référentiels et règles",
        version: (version: string) => `version ${version}`,
        rules: (version: string) => `règles ${version}`,
        run: "Lancé par",
        by: (actor: string, system: string) => `${actor}, dans ${system}`,
        nobody: "hors intégration continue",
        undecided: "Valeurs inconnues",
        warn: "signalées, sans refuser la pile",
        fail: "refusées par la configuration de cette pile",
        model: "Modèle du rapport",
        digests: "Empreintes (SHA-256) de ce dont dépendent les verdicts",
        infrastructure: "Infrastructure",
        ruleTexts: "Règles et référentiels",
        levels: "Configuration des règles",
        exemptions: "Dérogations",
        digest: "Ensemble",
    },
    {
        title: "Provenance",
        project: "Project and stack",
        source: "Source",
        preview: "Pulumi preview, before deployment",
        state: "exported state of a Pulumi stack, judged without the engine",
        simulated: "Azure simulated (sandbox)",
        when: "Made on",
        commit: "Version of the code",
        outside: "outside a Git repository",
        modified: "with changes that are not committed",
        engine: "Engine",
        packs: "Frameworks and rules",
        version: (version: string) => `version ${version}`,
        rules: (version: string) => `rules ${version}`,
        run: "Started by",
        by: (actor: string, system: string) => `${actor}, in ${system}`,
        nobody: "outside continuous integration",
        undecided: "Unknown values",
        warn: "reported, without refusing the stack",
        fail: "refused by the configuration of this stack",
        model: "Report model",
        digests: "Digests (SHA-256) of what the verdicts depend on",
        infrastructure: "Infrastructure",
        ruleTexts: "Rules and frameworks",
        levels: "Configuration of the rules",
        exemptions: "Exemptions",
        digest: "All of them",
    },
);

type Row = readonly [term: string, description: Fragment];

/** Where the report comes from, so that another run can be compared with it. */
export function provenanceSection(view: View): Fragment {
    const { report } = view;
    const said = WORDS[view.language];
    const { inputs } = report;
    return html`<section id="provenance" aria-labelledby="titre-provenance">
        <h2 id="titre-provenance">${said.title}</h2>
        ${terms(origin(view))}
        <h3>${said.digests}</h3>
        ${terms(
            (
                [
                    [said.infrastructure, inputs.infrastructure],
                    [said.ruleTexts, inputs.rules],
                    [said.levels, inputs.levels],
                    [said.exemptions, inputs.exemptions],
                    [said.digest, inputs.digest],
                ] as const
            ).map(([term, digest]) => [term, html`<code>${digest}</code>`]),
        )}
    </section>`;
}

function origin(view: View): readonly Row[] {
    const { report } = view;
    const said = WORDS[view.language];
    const preview = report.source === "preview";
    return [
        [said.project, `${report.project}, ${report.stack}`],
        [said.source, [preview ? said.preview : said.state, report.simulated && ` – ${said.simulated}`]],
        [said.when, html`<time datetime="${report.generatedAt}">${view.dateTime(report.generatedAt)}</time>`],
        ...(preview ? [[said.commit, commitOf(report, view)] as const] : []),
        ...(report.engine === undefined ? [] : [[said.engine, `Pulumi ${report.engine.version}`] as const]),
        [
            said.packs,
            joined(
                report.frameworks.map(({ title, version, packVersion }) => [
                    view.said(title),
                    ", ",
                    said.version(version),
                    packVersion !== undefined && ` (${said.rules(packVersion)})`,
                ]),
                html`<br />`,
            ),
        ],
        [
            said.run,
            report.ci === undefined
                ? said.nobody
                : link(report.ci.url, said.by(report.ci.actor, report.ci.system)),
        ],
        [said.undecided, report.undecided === "fail" ? said.fail : said.warn],
        [said.model, said.version(report.schemaVersion.toString())],
    ];
}

function commitOf({ commit }: Report, { language }: View): Fragment {
    const said = WORDS[language];
    return commit === undefined
        ? said.outside
        : html`<code>${commit.id}</code>${commit.modified && `, ${said.modified}`}`;
}

function terms(rows: readonly Row[]): Fragment {
    return html`<dl class="terms">
        ${rows.map(
            ([term, description]) =>
                html`<div>
                    <dt>${term}</dt>
                    <dd>${description}</dd>
                </div>`,
        )}
    </dl>`;
}
