import { createRequire } from "node:module";

import type { JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";

import { secretPaths } from "../secret-paths";
import { bare } from "./bare";

type Properties = Record<string, unknown>;
type Message = Pick<Struct, "toJavaScript">;

/** The SDK calls this function through its module, where it can be replaced. */
const sdk = createRequire(__filename)("@pulumi/policy/deserialize") as {
    deserializeProperties: (message: Message, keepSecrets: boolean) => Properties;
};

const remediated = new WeakSet<Message>();
const secretsByProperties = new WeakMap<object, ReadonlySet<string>>();

/**
 * Makes the SDK deserialise the properties of a request once instead of once per policy, and keeps the paths of the
 * secrets among them: the engine sends secrets as such, and the SDK unwraps them before a policy sees the properties.
 *
 * What a remediation receives is its own to change, so that is deserialised each time.
 */
export function deserialiseOnce(): void {
    const done = new WeakMap<object, Properties>();
    const deserialise = sdk.deserializeProperties;
    sdk.deserializeProperties = (message, keepSecrets) => {
        if (keepSecrets) {
            remediated.add(message);
            return deserialise(message, true);
        }
        const known = done.get(message);
        if (known !== undefined) {
            return known;
        }
        const values: Record<string, JavaScriptValue> = message.toJavaScript();
        const properties = deserialise({ toJavaScript: () => values }, false);
        secretsByProperties.set(properties, secretPaths(values));
        done.set(message, properties);
        return properties;
    };
}

/** The properties of a request, as they are handed to policies but for the guard against unknown values. */
export function deserialised(message: Message): Properties {
    return sdk.deserializeProperties(message, false);
}

/** Whether properties came with a request to remediate a resource, which is yet to be analysed. */
export function isRemediated(message: Message): boolean {
    return remediated.has(message);
}

/** The paths of the secrets among the properties that a policy was handed; undefined where that is not known. */
export function secretsAmong(properties: object): ReadonlySet<string> | undefined {
    return secretsByProperties.get(bare(properties));
}
