import { resourceAuditLog } from "../../../policies/rules/azure/resource-audit-log";
import { describeStackRule, type StackMember, UNKNOWN } from "../../support/evaluate";

const MISSING = "attendu un DiagnosticSetting qui journalise cette ressource";

const vault: StackMember = {
    type: "azure-native:keyvault:Vault",
    name: "vault",
    props: { vaultName: "kv-aplus-dev" },
};
const registry: StackMember = {
    type: "azure-native:containerregistry:Registry",
    name: "registry",
    props: { registryName: "craplusdev" },
};
const setting = (uri: unknown, from?: StackMember, logs: unknown = [{ enabled: true }]): StackMember => ({
    type: "azure-native:monitor:DiagnosticSetting",
    name: "audit",
    props: { resourceUri: uri, logs },
    ...(from === undefined ? {} : { dependencies: { resourceUri: [from] } }),
});
const unlogged = (...members: readonly StackMember[]) => ({
    members,
    violations: [["vault", MISSING]] as const,
});

describeStackRule(resourceAuditLog, {
    accepts: {
        "a vault that is logged": { members: [vault, setting("/subscriptions/0/vaults/kv-aplus-dev")] },
        "a vault that is not created yet": { members: [vault, setting(UNKNOWN, vault)] },
        "one setting each": {
            members: [vault, registry, setting(UNKNOWN, vault), setting(UNKNOWN, registry)],
        },
    },
    rejects: {
        "a vault without setting": unlogged(vault),
        "a vault beside a registry that is logged": unlogged(vault, registry, setting(UNKNOWN, registry)),
        "a setting about a name that only ends alike": unlogged(
            vault,
            setting("/subscriptions/0/vaults/old-kv-aplus-dev"),
        ),
        "a setting that logs nothing": unlogged(vault, setting(UNKNOWN, vault, [{ enabled: false }])),
    },
    unset: {
        "the logs of the setting": unlogged(vault, setting(UNKNOWN, vault, null)),
        "the name of the vault": unlogged(
            { ...vault, props: {} },
            setting("/subscriptions/0/vaults/kv-aplus-dev"),
        ),
    },
    unknown: {
        "what the only setting is about": {
            members: [vault, setting(UNKNOWN)],
            unknowns: ["audit/resourceUri"],
        },
        "whether a log is enabled": {
            members: [vault, setting(UNKNOWN, vault, [{ enabled: UNKNOWN }])],
            unknowns: ["audit/logs[0].enabled"],
        },
        "the name of the vault": {
            members: [
                { ...vault, props: { vaultName: UNKNOWN } },
                setting("/subscriptions/0/vaults/kv-aplus-dev"),
            ],
            unknowns: ["vault/vaultName"],
        },
    },
    otherType: "azure-native:operationalinsights:Workspace",
});
