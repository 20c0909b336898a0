import type { rbac } from "@pulumi/kubernetes/types/input";

import { forbidPowers, type Power, roleTypes } from "../../kubernetes/role-grants";
import { defineRule } from "../../rule";

const TYPE = "kubernetes:rbac.authorization.k8s.io/v1:Role";

const POWERS: readonly Power[] = [
    {
        resources: ["serviceaccounts/token"],
        verbs: ["create"],
        words: "émettre un jeton pour tout compte de service",
    },
    {
        resources: ["certificatesigningrequests/approval"],
        verbs: ["update", "patch"],
        words: "approuver tout certificat de client",
    },
    { resources: ["signers"], verbs: ["approve", "sign"], words: "signer tout certificat de client" },
];

export const rbacNoIdentityMinting = defineRule({
    id: "rbac-no-identity-minting",
    title: {
        fr: "Aucun rôle ne fabrique d’identité : jetons de comptes de service, certificats",
        en: "No role makes identities: service account tokens, certificates",
    },
    why: {
        fr: "Qui émet un jeton ou approuve un certificat devient n’importe quel compte, et les traces accusent un autre.",
        en: "Whoever issues a token or approves a certificate becomes any account, and the trail accuses another.",
    },
    remediation: {
        fr: "Retirer serviceaccounts/token et l’approbation des CertificateSigningRequest, ou nommer les comptes visés.",
        en: "Remove serviceaccounts/token and the approval of CertificateSigningRequests, or name the accounts meant.",
    },
    severity: "critical",
    url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks",
    appliesTo: roleTypes,
    examples: {
        compliant: [
            {
                type: TYPE,
                properties: {
                    rules: [
                        {
                            apiGroups: [""],
                            resources: ["serviceaccounts/token"],
                            resourceNames: ["web"],
                            verbs: ["create"],
                        },
                    ],
                } satisfies rbac.v1.Role,
            },
        ],
        violation: [
            {
                type: TYPE,
                properties: {
                    rules: [{ apiGroups: [""], resources: ["serviceaccounts/token"], verbs: ["create"] }],
                } satisfies rbac.v1.Role,
            },
        ],
    },
    check(role) {
        forbidPowers(role, POWERS);
    },
});
