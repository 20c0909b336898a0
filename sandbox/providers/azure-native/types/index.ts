import { ProviderError } from "../../protocol/provider-error";
import type { ArmType } from "../arm-type";
import { clusterTypes } from "./cluster";
import { databaseTypes } from "./database";
import { edgeTypes } from "./edge";
import { egressTypes } from "./egress";
import { governanceTypes } from "./governance";
import { identityTypes } from "./identity";
import { keyVaultTypes } from "./key-vault";
import { loggingTypes } from "./logging";
import { networkTypes } from "./network";
import { privateDnsTypes } from "./private-dns";
import { registryTypes } from "./registry";
import { storageTypes } from "./storage";

/** Every type that the stand-in knows, by token. */
export const armTypes: Readonly<Record<string, ArmType>> = {
    ...clusterTypes,
    ...databaseTypes,
    ...edgeTypes,
    ...egressTypes,
    ...governanceTypes,
    ...identityTypes,
    ...keyVaultTypes,
    ...loggingTypes,
    ...networkTypes,
    ...privateDnsTypes,
    ...registryTypes,
    ...storageTypes,
};

/** Throws for a type that no table holds. */
export function armType(token: string): ArmType {
    const type = armTypes[token];
    if (type === undefined) {
        throw new ProviderError(
            `${token}: expected a type that the sandbox knows; describe it in sandbox/providers/azure-native/types`,
        );
    }
    return type;
}
