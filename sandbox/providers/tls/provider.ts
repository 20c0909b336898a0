import { npmPackage } from "../npm-package";
import { diffInputs } from "../protocol/diff";
import { ProviderError } from "../protocol/provider-error";
import type {
    Change,
    CheckRequest,
    CheckResult,
    CreateRequest,
    Diff,
    Operation,
    Plugin,
    Provider,
    State,
    UpdateRequest,
} from "../protocol/provider";
import {
    isSecret,
    mapProperties,
    reveal,
    secret,
    UNKNOWN,
    type Properties,
    type Value,
} from "../protocol/values";
import type * as Certificates from "./certificate";
import { checkInputs } from "./check";
import { generateKey, keyOutputs } from "./keys";
import { CERT_REQUEST, PRIVATE_KEY, SELF_SIGNED_CERT, tlsType, type TlsType } from "./types";

/** The stand-in for the tls provider; its keys and certificates are real. */
export const tls: Plugin = {
    name: "tls",
    version: npmPackage("@pulumi/tls").version,
    acceptSecrets: true,
    open: () => new Tls(),
};

class Tls implements Provider {
    configure(): void {
        // The provider's only setting is a proxy for functions that the sandbox does not know.
    }

    diffConfig(): Diff {
        return { changes: [], deleteBeforeReplace: false };
    }

    check({ type, name, inputs }: CheckRequest): CheckResult {
        const known = tlsType(type);
        return { inputs: markSecrets(known, inputs), failures: checkInputs(name, known, inputs) };
    }

    /** All is replaced but for when a certificate is renewed; a certificate whose time has come is replaced as well. */
    diff({ type, oldInputs, oldOutputs, inputs }: Change): Diff {
        const { defaults } = tlsType(type);
        const changes = diffInputs(
            { ...defaults, ...oldInputs },
            { ...defaults, ...inputs },
            ([key]) => key !== "earlyRenewalHours",
        );
        const renewal = isReadyForRenewal(oldOutputs, inputs)
            ? [{ path: ["readyForRenewal"], kind: "update" as const, replace: true }]
            : [];
        return { changes: [...changes, ...renewal], deleteBeforeReplace: false };
    }

    async create({ type, inputs, preview, operation }: CreateRequest): Promise<State> {
        const known = tlsType(type);
        const given = { ...known.defaults, ...inputs };
        if (preview) {
            const unknown = Object.fromEntries(known.computed.map((key) => [key, UNKNOWN]));
            return { id: "", outputs: markSecrets(known, { ...unknown, ...given }) };
        }
        const { id, outputs } = await make(type, mapProperties(given, reveal), operation);
        return { id, outputs: markSecrets(known, { ...given, ...outputs }) };
    }

    /** Only the hours before the end at which a certificate is renewed change in place. */
    update({ type, oldOutputs, inputs }: UpdateRequest): Properties {
        const known = tlsType(type);
        return markSecrets(known, { ...oldOutputs, ...known.defaults, ...inputs });
    }

    invoke(token: string): Properties {
        throw new ProviderError(
            `${token}: expected a resource, got a function; the sandbox knows none of the tls provider`,
        );
    }
}

async function make(type: string, inputs: Properties, operation: Operation): Promise<State> {
    if (type === PRIVATE_KEY) {
        return keyOutputs(await generateKey(inputs));
    }
    // Loaded when first needed, as its library takes a tenth of a second; tsx lets import() find no TypeScript.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const certificates = require("./certificate") as typeof Certificates;
    switch (type) {
        case CERT_REQUEST:
            return certificates.certRequest(inputs);
        case SELF_SIGNED_CERT:
            return certificates.selfSignedCert(inputs);
        default:
            return certificates.locallySignedCert(inputs, (line) => {
                operation.warn(line);
            });
    }
}

function markSecrets({ secrets }: TlsType, properties: Properties): Properties {
    return mapProperties(properties, (value, key) => (secrets.includes(key) ? marked(value) : value));
}

function marked(value: Value): Value {
    return isSecret(value) ? value : secret(value);
}

/** Whether a certificate's end, less the hours by which it is renewed earlier, has passed. */
function isReadyForRenewal({ validityEndTime }: Properties, { earlyRenewalHours }: Properties): boolean {
    const end = Date.parse(typeof validityEndTime === "string" ? validityEndTime : "");
    const hours = typeof earlyRenewalHours === "number" ? earlyRenewalHours : 0;
    return end - hours * 3_600_000 <= Date.now();
}
