import { all, any } from "../../answer";
import { isInternet } from "../../azure/internet";
import { such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { isEmpty } from "../../kubernetes/emptiness";
import { defineRule } from "../../rule";

// "*" stands for every identity, "cluster.local/*" and "cluster.local/ns/*" for every one of the cluster.
const somebody = such(
    "une identité précise",
    (name) => !/^([^/]+\/(ns\/)?)?\*$/.test(String(name)) && !isInternet(String(name)),
);

/** What names those who may call; what excludes some (notPrincipals) lets everybody else in. */
const IDENTITIES: readonly string[] = [
    "ipBlocks",
    "namespaces",
    "principals",
    "remoteIpBlocks",
    "requestPrincipals",
    "serviceAccounts",
];

const TYPE = "kubernetes:security.istio.io/v1:AuthorizationPolicy";

export const meshAuthorizationNarrow = defineRule({
    id: "mesh-authorization-narrow",
    title: {
        fr: "Une AuthorizationPolicy dit qui elle autorise",
        en: "An AuthorizationPolicy says whom it allows",
    },
    why: {
        fr: "Une règle vide, ou qui vaut pour tout principal, autorise tout pod du maillage, y compris compromis.",
        en: "An empty rule, or one for any principal, allows every pod of the mesh, a compromised one included.",
    },
    remediation: {
        fr: "Nommer dans from les principals ou les namespaces autorisés.",
        en: "Name the principals or namespaces allowed in from.",
    },
    severity: "high",
    url: "https://istio.io/latest/docs/reference/config/security/authorization-policy/",
    appliesTo: ["kubernetes:security.istio.io:AuthorizationPolicy"],
    examples: {
        compliant: [
            {
                type: TYPE,
                properties: {
                    spec: {
                        rules: [
                            { from: [{ source: { principals: ["cluster.local/ns/openmrs/sa/gateway"] } }] },
                        ],
                    },
                },
            },
        ],
        violation: [{ type: TYPE, properties: { spec: { rules: [{}] } } }],
    },

    check(policy) {
        policy.given("spec.action", (action) => {
            // Not set means ALLOW; the other actions open nothing.
            if (action === undefined || action === "ALLOW") {
                policy.each("spec.rules", checkRule);
            } else {
                policy.dismiss();
            }
        });
    },
});

function checkRule(rule: Inspection): void {
    const everybody = any([
        isEmpty(rule, "from"),
        rule.anyItem("from", (from) => all(IDENTITIES.map((list) => isEmpty(from, `source.${list}`)))),
    ]);
    const open = all([everybody, isEmpty(rule, "when")]);
    if (open === "yes") {
        rule.violation("", "attendu from ou when, obtenu une règle pour tout le monde");
    } else if (open !== "no") {
        open.note();
    }
    rule.each("from", (from) => {
        // Of any token ("*") one still knows that its signature was verified.
        for (const list of IDENTITIES.filter((list) => list !== "requestPrincipals")) {
            from.each(`source.${list}`, (identity) => {
                identity.expect("", somebody);
            });
        }
    });
}
