import { accessRules } from "./access";
import { clusterRules } from "./cluster";
import { databaseRules } from "./database";
import { edgeRules } from "./edge";
import { egressRules } from "./egress";
import { rulesEverywhere } from "./everywhere";
import { governanceRules } from "./governance";
import { keyVaultRules } from "./key-vault";
import { loggingRules } from "./logging";
import { nameRule } from "./names";
import { networkRules } from "./network";
import { nodePoolRules } from "./node-pool";
import { refuseAny, type Attempt, type Refusal, type Rules } from "./refusal";
import { privateDnsRules } from "./private-dns";
import { registryRules } from "./registry";
import { securityGroupRules } from "./security-group";
import { storageRules } from "./storage";

/** The rules of each type, by token, besides those of every type. */
export const rules: Rules = {
    ...accessRules,
    ...clusterRules,
    ...databaseRules,
    ...edgeRules,
    ...egressRules,
    ...governanceRules,
    ...keyVaultRules,
    ...loggingRules,
    ...networkRules,
    ...nodePoolRules,
    ...privateDnsRules,
    ...registryRules,
    ...securityGroupRules,
    ...storageRules,
};

/** Why Azure would refuse to make or change a resource, if it would. */
export function refusalOf(type: string, attempt: Attempt): Refusal | undefined {
    const name = nameRule(type);
    return refuseAny(
        [...(name === undefined ? [] : [name]), ...rulesEverywhere(type), ...(rules[type] ?? [])],
        (rule) => rule(attempt),
    );
}
