import { randomBytes } from "node:crypto";
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

interface RandomType {
    /** The inputs with what is set when the program leaves it out. */
    readonly complete: (inputs: Properties) => Properties;
    /** The computed outputs, all of them secret or none. */
    readonly outputs: readonly string[];
    readonly secret: boolean;
    /** Why the inputs cannot be met, if they cannot. */
    readonly failure: (inputs: Properties) => string | undefined;
    /** The id and the computed outputs. */
    readonly make: (inputs: Properties) => Promise<{ id: string; outputs: Record<string, string> }>;
}

const TYPES: Readonly<Record<string, RandomType>> = {
    "random:index/randomPassword:RandomPassword": {
        complete: completeText,
        outputs: ["result", "bcryptHash"],
        secret: true,
        failure: textFailure,
        make: async (inputs) => {
            const result = randomText(inputs);
            const { hash } = await import("bcryptjs");
            return { id: "none", outputs: { result, bcryptHash: await hash(result, 10) } };
        },
    },
    "random:index/randomString:RandomString": {
        complete: completeText,
        outputs: ["result"],
        secret: false,
        failure: textFailure,
        make: (inputs) => {
            const result = randomText(inputs);
            return Promise.resolve({ id: result, outputs: { result } });
        },
    },
    "random:index/randomBytes:RandomBytes": {
        complete: (inputs) => inputs,
        outputs: ["base64", "hex"],
        secret: true,
        failure: () => undefined,
        make: (inputs) => {
            const bytes = randomBytes(Number(inputs.length));
            const outputs = { base64: bytes.toString("base64"), hex: bytes.toString("hex") };
            return Promise.resolve({ id: "none", outputs });
        },
    },
};

class Random implements Provider {
    configure(): void {
        // The random provider has no configuration.
    }

    diffConfig(): Diff {
        return { changes: [], deleteBeforeReplace: false };
    }

    check({ type, inputs }: CheckRequest): CheckResult {
        const { complete, failure } = randomType(type);
        const plain = mapProperties(inputs, reveal);
        const { length = null } = plain;
        const reason =
            isUnknown(length) || (typeof length === "number" && Number.isInteger(length) && length >= 1)
                ? failure(complete(plain))
                : `expected a whole number of at least 1, got ${JSON.stringify(length)}`;
        return { inputs, failures: reason === undefined ? [] : [{ property: "length", reason }] };
    }

    /** Nothing random can be changed in place. */
    diff({ oldInputs, inputs }: Change): Diff {
        return { changes: diffInputs(oldInputs, inputs, () => true), deleteBeforeReplace: false };
    }

    async create({ type, inputs, preview }: CreateRequest): Promise<State> {
        const known = randomType(type);
        const mark = (value: string) => (known.secret ? secret(value) : value);
        const given = known.complete(inputs);
        if (preview) {
            const unknowns = Object.fromEntries(known.outputs.map((name) => [name, mark(UNKNOWN)]));
            return { id: "", outputs: { ...given, ...unknowns } };
        }
        const { id, outputs } = await known.make(mapProperties(given, reveal));
        const marked = Object.fromEntries(
            Object.entries(outputs).map(([name, value]) => [name, mark(value)]),
        );
        return { id, outputs: { ...given, ...marked } };
    }

    update(): Properties {
        throw new ProviderError("random: expected a replacement, got an update");
    }

    invoke(token: string): Properties {
        throw new ProviderError(`${token}: the random provider has no functions`);
    }
}

function randomType(type: string): RandomType {
    const known = TYPES[type];
    if (known === undefined) {
        throw new ProviderError(
            `${type}: expected a type that the sandbox knows; describe it in sandbox/providers/random/provider.ts`,
        );
    }
    return known;
}
