import { tallyOf } from "../comparison/introduction";
import type { Decision, Status } from "../model";
import { answerOf } from "../words/words";
import { icon } from "./icons";
import { type Fragment, html } from "./markup";
import type { View } from "./view";
import { wording } from "./wording";

const WORDS = wording(
    {
        since: "Depuis le dernier rapport :",
        reasons: "Pourquoi",
        reserves: "Réserves à lever ou à accepter",
        simulated: "Azure est simulé.",
        sandbox: "Cet aperçu vient du bac à sable : il n’atteste rien d’un environnement réel.",
        ignored: "Dérogations ignorées.",
        auditor: "À la demande d’un auditeur, aucune ne couvre rien dans ce rapport.",
    },
    {
        since: "Since the last report:",
        reasons: "Why",
        reserves: "Reservations to lift or to accept",
        simulated: "Azure is simulated.",
        sandbox: "This preview comes from the sandbox: it attests nothing of a real environment.",
        ignored: "Exemptions ignored.",
        auditor: "At an auditor’s request, none covers anything in this report.",
    },
);

/** The look of a decision. An inconclusive one is never green. */
const LOOK: Readonly<Record<Decision["verdict"], Status>> = {
    refused: "nonCompliant",
    inconclusive: "undetermined",
    reserved: "exempted",
    accepted: "compliant",
};

/** The section that tells more of a reason. */
const WHERE: Readonly<Record<Decision["reasons"][number]["code"], string>> = {
    violations: "ecarts",
    undecidedRefused: "ecarts",
    registerFaults: "derogations",
    nothingJudged: "ressources",
    simulated: "limites",
    undecided: "ecarts",
    exempted: "derogations",
    disabledRules: "derogations",
};

/** Whether this release may go, why, and what the report is not. */
export function answerSection(view: View): Fragment {
    const { report, words } = view;
    const said = WORDS[view.language];
    const { verdict, reasons } = report.decision;
    const { question, answer, sentence } = answerOf(report, view.language);
    const { changes } = report;
    const look = LOOK[verdict];
    return html`<section id="reponse" class="answer ${look}" aria-labelledby="titre-reponse">
        <h2 id="titre-reponse">${question}</h2>
        <p class="verdict">${icon(look)} <strong>${view.typeset(answer)}</strong></p>
        <p class="headline">
            ${view.typeset(sentence)} ${verdict !== "inconclusive" && words.headline(report)}
        </p>
        ${
            reasons.length > 0 &&
            html`<h3>${verdict === "reserved" ? said.reserves : said.reasons}</h3>
                <ul class="reasons">
                    ${reasons.map((reason) => html`<li><a href="#${WHERE[reason.code]}">${view.typeset(words.reason(reason))}</a></li>`)}
                </ul>`
        }
        ${changes && html`<p>${said.since} <a href="#evolution">${tallyOf(changes, view.language)}</a></p>`}
        ${report.simulated && html`<p class="notice"><strong>${said.simulated}</strong> ${said.sandbox}</p>`}
        ${
            report.exemptions.ignored &&
            html`<p class="notice"><strong>${said.ignored}</strong> ${said.auditor}</p>`
        }
        <p class="caveat">${view.typeset(words.notice)}</p>
    </section>`;
}
