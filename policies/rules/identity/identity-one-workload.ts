import type { FederatedIdentityCredentialArgs } from "@pulumi/azure-native/managedidentity/federatedIdentityCredential";

import { all, type Answer } from "../../answer";
import { isScalar, nonEmpty } from "../../expectation";
import type { Reading } from "../../reading";
import { defineStackRule, type Subject } from "../../rule";

const CREDENTIAL = "azure-native:managedidentity:FederatedIdentityCredential";
const IDENTITY = "azure-native:managedidentity:UserAssignedIdentity";

export const identityOneWorkload = defineStackRule({
    id: "identity-one-workload",
    title: {
        fr: "Une identité ne sert qu’à une charge",
        en: "An identity serves one workload only",
    },
    why: {
        fr: "Deux charges sous une même identité cumulent leurs droits, et les journaux ne disent plus laquelle a agi.",
        en: "Two workloads under one identity add up their rights, and the logs no longer tell which of them acted.",
    },
    remediation: {
        fr: "Donner à chaque compte de service sa UserAssignedIdentity et ses rôles.",
        en: "Give each service account a UserAssignedIdentity of its own, with its roles.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/aks/workload-identity-overview",
    appliesTo: [CREDENTIAL],
    reads: { [CREDENTIAL]: ["resourceName", "subject"], [IDENTITY]: ["resourceName"] },
    examples: {
        compliant: [
            {
                type: "azure-native:managedidentity:FederatedIdentityCredential",
                name: "gateway",
                properties: {
                    resourceName: "id-gateway",
                    subject: "system:serviceaccount:openmrs:gateway",
                } satisfies Partial<FederatedIdentityCredentialArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:managedidentity:FederatedIdentityCredential",
                name: "gateway",
                properties: {
                    resourceName: "id-gateway",
                    subject: "system:serviceaccount:openmrs:gateway",
                } satisfies Partial<FederatedIdentityCredentialArgs>,
            },
            {
                type: "azure-native:managedidentity:FederatedIdentityCredential",
                name: "velero",
                properties: {
                    resourceName: "id-gateway",
                    subject: "system:serviceaccount:backup:velero",
                } satisfies Partial<FederatedIdentityCredentialArgs>,
            },
        ],
    },
    survey: (context) => {
        const names = namesOf(context.filter(({ type }) => type === IDENTITY));
        const lent = context.filter(({ type }) => type === CREDENTIAL);
        return { names, byIdentity: groupedBy(lent, (credential) => identityOf(credential, names)) };
    },
    check(credential, { names, byIdentity }) {
        const identity = identityOf(credential, names);
        if (identity === undefined) {
            credential.properties.expect("resourceName", nonEmpty);
            return;
        }
        const own = credential.properties.read("subject");
        const others = (byIdentity.get(identity) ?? []).filter(({ urn }) => urn !== credential.urn);
        const alone = all(others.map((other) => sameSubject(other, credential, own)));
        credential.properties.settle(alone, "subject", "attendu une identité à part pour chaque charge");
    },
});

/** The identities' names by URN, as far as they are known. */
function namesOf(identities: readonly Subject[]): ReadonlyMap<string, string | undefined> {
    return new Map(identities.map(({ urn, properties }) => [urn, nameIn(properties.read("resourceName"))]));
}

/** What tells the identity of a credential from others: its name, or the URN of one that has none yet. */
function identityOf(credential: Subject, names: ReadonlyMap<string, string | undefined>): string | undefined {
    const [source] = credential.sources("resourceName").map(({ urn }) => names.get(urn) ?? urn);
    return source ?? nameIn(credential.properties.read("resourceName"));
}

function nameIn(reading: Reading): string | undefined {
    return reading.state === "known" && isScalar(reading.value)
        ? String(reading.value).toLowerCase()
        : undefined;
}

/** Clusters that replace one another lend an identity to the same subject. */
function sameSubject(other: Subject, credential: Subject, own: Reading): Answer {
    return own.state === "known"
        ? other.properties.some([other.properties.read("subject")], (subject) => subject === own.value)
        : credential.properties.some([own], () => false);
}

function groupedBy<K>(subjects: readonly Subject[], key: (subject: Subject) => K): ReadonlyMap<K, Subject[]> {
    const groups = new Map<K, Subject[]>();
    for (const subject of subjects) {
        const group = groups.get(key(subject));
        if (group === undefined) {
            groups.set(key(subject), [subject]);
        } else {
            group.push(subject);
        }
    }
    return groups;
}
