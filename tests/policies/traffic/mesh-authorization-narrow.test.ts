import { meshAuthorizationNarrow } from "../../../policies/rules/traffic/mesh-authorization-narrow";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const SOMEBODY = "attendu une identité précise, obtenu";
const allow = (...rules: readonly unknown[]) => ({ spec: { rules } });
const from = (source: object) => allow({ from: [{ source }] });

describeRule(meshAuthorizationNarrow, {
    type: "kubernetes:security.istio.io/v1:AuthorizationPolicy",
    accepts: {
        "an identity": compliant(from({ principals: ["cluster.local/ns/openmrs/sa/web"] })),
        "the identities of a namespace": compliant(from({ principals: ["cluster.local/ns/openmrs/*"] })),
        "a verified token": compliant(from({ requestPrincipals: ["*"] })),
        "accounts of a namespace": compliant(from({ serviceAccounts: ["openmrs/web"] })),
        "a condition on everybody but some": compliant(
            allow({
                from: [{ source: { notNamespaces: ["default"] } }],
                when: [{ key: "connection.sni", values: ["emr.example"] }],
            }),
        ),
        "a condition": compliant(allow({ when: [{ key: "request.auth.claims[iss]", values: ["x"] }] })),
        nobody: compliant({ spec: {} }),
    },
    rejects: {
        everybody: violation(
            { spec: { action: "ALLOW", rules: [{}] } },
            "spec.rules[0] : attendu from ou when, obtenu une règle pour tout le monde",
        ),
        "everybody, to one path": violation(
            allow({ from: [], to: [{ operation: { paths: ["/"] } }] }),
            "spec.rules[0] : attendu from ou when, obtenu une règle pour tout le monde",
        ),
        "everybody but some": violation(
            allow({
                from: [
                    { source: { namespaces: ["openmrs"] } },
                    { source: { notPrincipals: ["cluster.local/ns/default/sa/web"] } },
                ],
            }),
            "spec.rules[0] : attendu from ou when, obtenu une règle pour tout le monde",
        ),
        "everybody of the cluster": violation(
            from({ principals: ["cluster.local/*", "cluster.local/ns/*"], ipBlocks: ["128.0.0.0/1"] }),
            `spec.rules[0].from[0].source.ipBlocks[0] : ${SOMEBODY} « 128.0.0.0/1 »`,
            `spec.rules[0].from[0].source.principals[0] : ${SOMEBODY} « cluster.local/* »`,
            `spec.rules[0].from[0].source.principals[1] : ${SOMEBODY} « cluster.local/ns/* »`,
        ),
        "any identity": violation(
            from({ principals: ["*"], namespaces: ["*"], ipBlocks: ["0.0.0.0/0"], remoteIpBlocks: ["::/0"] }),
            `spec.rules[0].from[0].source.ipBlocks[0] : ${SOMEBODY} « 0.0.0.0/0 »`,
            `spec.rules[0].from[0].source.namespaces[0] : ${SOMEBODY} « * »`,
            `spec.rules[0].from[0].source.principals[0] : ${SOMEBODY} « * »`,
            `spec.rules[0].from[0].source.remoteIpBlocks[0] : ${SOMEBODY} « ::/0 »`,
        ),
    },
    unset: {
        "the action of another": {
            ...compliant({ spec: { action: "DENY", rules: [{}] } }),
            status: "notApplicable",
        },
    },
    unknown: {
        "the conditions of a rule for everybody": undecided(allow({ when: UNKNOWN }), "spec.rules[0].when"),
        "the sources": undecided(allow({ from: UNKNOWN }), "spec.rules[0].from"),
        "who is excluded, beside the condition": undecided(
            allow({ from: [{ source: { notPrincipals: ["x"] } }], when: UNKNOWN }),
            "spec.rules[0].when",
        ),
        "the action": undecided({ spec: { action: UNKNOWN, rules: [{}] } }, "spec.action"),
    },
    otherType: "kubernetes:security.istio.io/v1:PeerAuthentication",
});
