import type { ExtendedServerBlobAuditingPolicyArgs } from "@pulumi/azure-native/sql/extendedServerBlobAuditingPolicy";
import type { ServerArgs } from "@pulumi/azure-native/sql/server";

import { all, any } from "../../answer";
import { namesResource } from "../../azure/references";
import { anyCase, exactly, nonEmpty } from "../../expectation";
import { defineStackRule } from "../../rule";

const SERVER = "azure-native:sql:Server";
const EXTENDED_POLICY = "azure-native:sql:ExtendedServerBlobAuditingPolicy";
const POLICY = "azure-native:sql:ServerBlobAuditingPolicy";

export const sqlServerAuditing = defineStackRule({
    id: "sql-server-auditing",
    title: {
        fr: "Chaque serveur SQL tient un journal d’audit et l’envoie hors de lui",
        en: "Each SQL server keeps an audit log and sends it out",
    },
    why: {
        fr: "Sans audit, lire tous les dossiers d’une base ne laisse aucune trace.",
        en: "Without auditing, reading every record of a database leaves no trace.",
    },
    remediation: {
        fr: "Déclarer un ExtendedServerBlobAuditingPolicy actif, avec isAzureMonitorTargetEnabled ou storageEndpoint.",
        en: "Declare an enabled ExtendedServerBlobAuditingPolicy with isAzureMonitorTargetEnabled or storageEndpoint.",
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/azure-sql/database/auditing-overview",
    appliesTo: [SERVER],
    reads: Object.fromEntries(
        [EXTENDED_POLICY, POLICY].map((type) => [
            type,
            ["serverName", "state", "isAzureMonitorTargetEnabled", "storageEndpoint"],
        ]),
    ),
    examples: {
        compliant: [
            {
                type: SERVER,
                name: "server",
                properties: { serverName: "sql-records" } satisfies Partial<ServerArgs>,
            },
            {
                type: EXTENDED_POLICY,
                name: "audit",
                properties: {
                    serverName: "sql-records",
                    state: "Enabled",
                    isAzureMonitorTargetEnabled: true,
                } satisfies Partial<ExtendedServerBlobAuditingPolicyArgs>,
            },
        ],
        violation: [
            {
                type: SERVER,
                name: "server",
                properties: { serverName: "sql-records" } satisfies Partial<ServerArgs>,
            },
        ],
    },
    check(subject, policies) {
        const audited = any(
            policies.map((policy) =>
                all([
                    namesResource(policy, "serverName", subject),
                    policy.properties.meets("state", anyCase("Enabled")),
                    any([
                        policy.properties.meets("isAzureMonitorTargetEnabled", exactly(true)),
                        policy.properties.meets("storageEndpoint", nonEmpty),
                    ]),
                ]),
            ),
        );
        subject.properties.settle(
            audited,
            "",
            "attendu un ExtendedServerBlobAuditingPolicy actif sur ce serveur, avec une destination",
        );
    },
});
