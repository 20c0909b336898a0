import { ProviderError } from "../../protocol/provider-error";
import type { ArmType } from "../arm-type";
import { containerTypes } from "./containers";
import { managementTypes } from "./management";
import { networkTypes } from "./network";

/** Every type that the stand-in knows, by token. */
export const armTypes: Readonly<Record<string, ArmType>> = {
    ...managementTypes,
    ...networkTypes,
    ...containerTypes,
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
