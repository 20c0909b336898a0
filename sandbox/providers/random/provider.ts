import { diffInputs } from "../protocol/diff";
import { ProviderError } from "../protocol/provider-error";
import type {
    Change,
    CheckRequest,
    CheckResult,
    CreateRequest,
    Diff,
    Plugin,
    Provider,
    State,
} from "../protocol/provider";
import { npmPackage } from "../npm-package";
import { isUnknown, mapProperties, reveal, secret, UNKNOWN, type Properties } from "../protocol/values";
import { completeText, randomText, textFailure } from "./text";

/** The stand-in for the random provider; its randomness is real. */
export const random: Plugin = {
    name: "random",
    version: npmPackage("@pulumi/random").version,
    acceptSecrets: true,
    open: () => new Random(),
};

const PASSWORD = "random:index/randomPassword:RandomPassword";

class Random implements Provider {
    configure(): void {
        // The random provider has no configuration.
    }

    diffConfig(): Diff {
        return { changes: [], deleteBeforeReplace: false };
    }

    check({ type, inputs }: CheckRequest): CheckResult {
        refuseOthers(type);
        const plain = mapProperties(inputs, reveal);
        const { length = null } = plain;
        const reason =
            isUnknown(length) || (typeof length === "number" && Number.isInteger(length) && length >= 1)
                ? textFailure(completeText(plain))
                : `expected a whole number of at least 1, got ${JSON.stringify(length)}`;
        return { inputs, failures: reason === undefined ? [] : [{ property: "length", reason }] };
    }

    /** Nothing random can be changed in place. */
    diff({ oldInputs, inputs }: Change): Diff {
        return { changes: diffInputs(oldInputs, inputs, () => true), deleteBeforeReplace: false };
    }

    async create({ type, inputs, preview }: CreateRequest): Promise<State> {
        refuseOthers(type);
        const given = completeText(inputs);
        if (preview) {
            return { id: "", outputs: { ...given, result: secret(UNKNOWN), bcryptHash: secret(UNKNOWN) } };
        }
        const result = randomText(mapProperties(given, reveal));
        const { hash } = await import("bcryptjs");
        const bcryptHash = await hash(result, 10);
        return { id: "none", outputs: { ...given, result: secret(result), bcryptHash: secret(bcryptHash) } };
    }

    update(): Properties {
        throw new ProviderError("random: expected a replacement, got an update");
    }

    invoke(token: string): Properties {
        throw new ProviderError(
            `${token}: expected a resource, got a function; the random provider has none`,
        );
    }
}

function refuseOthers(type: string): void {
    if (type !== PASSWORD) {
        throw new ProviderError(
            `${type}: expected a type that the sandbox knows, ${PASSWORD}; ` +
                "describe others in sandbox/providers/random/provider.ts",
        );
    }
}
