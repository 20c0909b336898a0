import { nameOf, parentTypesOf, typeOfUrn } from "../../policies/urn";
import type { FindingCounts } from "../model";
import { requirementName } from "../words/requirement-name";
import { VERDICTS } from "../words/words";
import { VERDICT_STATUS } from "./icons";
import { type Fragment, html, joined } from "./markup";
import { named } from "./text";
import type { View } from "./view";
import { wording } from "./wording";

const WORDS = wording(
    {
        stack: "la pile entière",
        within: "dans",
        nothing: "sans objet dans cette pile",
        nonCompliant: "non conforme",
        nonCompliants: "non conformes",
        undetermined: "indéterminé",
        undetermineds: "indéterminés",
        exempted: "sous dérogation",
        exempteds: "sous dérogation",
        compliant: "conforme",
        compliants: "conformes",
    },
    {
        stack: "the whole stack",
        within: "in",
        nothing: "nothing to judge in this stack",
        nonCompliant: "non-compliant",
        nonCompliants: "non-compliant",
        undetermined: "undetermined",
        undetermineds: "undetermined",
        exempted: "exempted",
        exempteds: "exempted",
        compliant: "compliant",
        compliants: "compliant",
    },
);

/** The title of a rule, which leads to its findings. */
export function ruleLink(id: string, { anchors, rules, said }: View): Fragment {
    const rule = rules.get(id);
    return rule === undefined
        ? html`<code>${id}</code>`
        : html`<a href="#${anchors.rule(id)}">${named(said(rule.title), id)}</a>`;
}

/** `HDS EXI 28`, which leads to it. */
export function requirementLink(framework: string, id: string, { anchors, frameworks }: View): Fragment {
    return frameworks.get(framework)?.requirements.some((requirement) => requirement.id === id) === true
        ? html`<a class="cited" href="#${anchors.requirement(framework, id)}"
              >${requirementName(framework, id)}</a
          >`
        : html`<span class="cited">${requirementName(framework, id)}</span>`;
}

export function requirementLinks(
    cited: readonly { readonly framework: string; readonly requirement: string }[],
    view: View,
): Fragment {
    return joined(
        cited.map(({ framework, requirement }) => requirementLink(framework, requirement, view)),
        ", ",
    );
}

/** A resource by name, type and the components that hold it: names repeat. */
export function resourceName(urn: string, { resources, language }: View): Fragment {
    const known = resources.get(urn);
    if (known?.kind === "stack") {
        return WORDS[language].stack;
    }
    const parents = parentTypesOf(urn);
    return html`${known?.name ?? nameOf(urn)}
        <span class="type"
            >${known?.type ?? typeOfUrn(urn)}${
                parents.length > 0 && ` ${WORDS[language].within} ${parents.join(" › ")}`
            }</span
        >`;
}

/** A resource by its name alone. */
export function shortName(urn: string, { resources, language }: View): Fragment {
    const known = resources.get(urn);
    return known?.kind === "stack" ? WORDS[language].stack : (known?.name ?? nameOf(urn));
}

/** Findings by verdict, those that there are. */
export function tally(findings: FindingCounts, view: View): Fragment {
    const said = WORDS[view.language];
    const parts = VERDICTS.filter((verdict) => findings[verdict] > 0).map((verdict) => {
        const status = VERDICT_STATUS[verdict] as "nonCompliant" | "undetermined" | "exempted" | "compliant";
        const text = view.counted(findings[verdict], said[status], said[`${status}s`]);
        return verdict === "compliant" ? text : html`<span class="${status}">${text}</span>`;
    });
    return html`<span class="tally">${parts.length === 0 ? said.nothing : joined(parts, ", ")}</span>`;
}
