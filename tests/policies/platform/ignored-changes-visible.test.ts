import { catalogue } from "../../../policies/catalogue";
import {
    type Case,
    compliant,
    describeRule,
    notApplicable,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const CLUSTER = "azure-native:containerservice:ManagedCluster";
const CONFIG_MAP = "kubernetes:core/v1:ConfigMap";

const pools = { agentPoolProfiles: [{ count: 3, enableEncryptionAtHost: true }] };
const hidden = (path: string, rule: string, pattern: string) =>
    `attendu « ${path} » hors de ignoreChanges (règle ${rule}), obtenu « ${pattern} »`;
const ignoring = (sample: Case, ...ignoreChanges: readonly string[]): Case => ({ ...sample, ignoreChanges });

const ENCRYPTION = "agentPoolProfiles[0].enableEncryptionAtHost";
const PUBLIC_IP = "agentPoolProfiles[0].enableNodePublicIP";
const wholePools = (pattern: string) =>
    violation(
        pools,
        hidden(ENCRYPTION, "node-pool-encryption-at-host", pattern),
        hidden(PUBLIC_IP, "node-pool-no-public-ip", pattern),
    );

describeRule(catalogue.ignoredChangesVisible, {
    type: CLUSTER,
    accepts: {
        "a count that an autoscaler changes": ignoring(compliant(pools), "agentPoolProfiles[0].count"),
        "the same for every pool": ignoring(compliant(pools), "agentPoolProfiles[*].count"),
        "a property that only begins like one that is judged": ignoring(compliant({}), "disableLocal"),
    },
    rejects: {
        "a judged property": ignoring(
            violation(
                {},
                hidden("disableLocalAccounts", "aks-local-accounts-disabled", "disableLocalAccounts"),
            ),
            "disableLocalAccounts",
        ),
        "what holds judged properties": ignoring(wholePools("agentPoolProfiles"), "agentPoolProfiles"),
        "judged properties by a wildcard": ignoring(
            violation(
                pools,
                hidden(
                    ENCRYPTION,
                    "node-pool-encryption-at-host",
                    "agentPoolProfiles[*].enableEncryptionAtHost",
                ),
            ),
            "agentPoolProfiles[*].enableEncryptionAtHost",
        ),
        "a judged key that holds a dot": {
            ...ignoring(
                violation(
                    { data: { "my.cnf": "" } },
                    hidden('data["my.cnf"]', "web-server-tls-version", 'data["my.cnf"]'),
                ),
                'data["my.cnf"]',
            ),
            type: CONFIG_MAP,
        },
    },
    unset: { ignoreChanges: notApplicable(pools) },
    unknown: {
        "an ignored count": ignoring(
            compliant({ agentPoolProfiles: [{ count: UNKNOWN }] }),
            "agentPoolProfiles[0].count",
        ),
    },
    otherType: "pulumi:providers:azure-native",
});
