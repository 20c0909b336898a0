import { all } from "../../answer";
import { such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { isEmpty } from "../../kubernetes/emptiness";
import { defineRule } from "../../rule";

/** What stands for every identity or every address. */
const ANYBODY: readonly unknown[] = ["*", "0.0.0.0/0", "::/0"];

const somebody = such("une identité précise", (name) => !ANYBODY.includes(name));

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
    const open = all(["from", "when"].map((part) => isEmpty(rule, part)));
    if (open === "yes") {
        rule.violation("", "attendu from ou when, obtenu une règle pour tout le monde");
    } else if (open !== "no") {
        open.note();
    }
    rule.each("from", (from) => {
        for (const list of ["principals", "namespaces", "ipBlocks", "remoteIpBlocks"]) {
            from.each(`source.${list}`, (identity) => {
                identity.expect("", somebody);
            });
        }
    });
}
