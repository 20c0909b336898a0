import { createHash, randomUUID } from "node:crypto";
import {
    changeAt,
    entriesOf,
    isProperties,
    isSecret,
    mapProperties,
    mapSecret,
    propertiesAt,
    secret,
    textAt,
    type Properties,
    type Value,
} from "../protocol/values";
import type { Kind } from "./kind";
import { address, statusOf } from "./status";

/** The object as an API server answers it to a dry run. */
export function defaulted(kind: Kind, inputs: Properties): Properties {
    switch (kind.kind) {
        case "Secret":
            return { type: "Opaque", ...withoutStringData(inputs) };
        case "Service":
            return changeAt(inputs, "spec", (spec) => ({
                type: "ClusterIP",
                sessionAffinity: "None",
                ...clusterAddress(spec, inputs),
                ...spec,
            }));
        default:
            return inputs;
    }
}

/** The object as it is once stored and well; `before` is what it was, if it was. */
export function stored(kind: Kind, inputs: Properties, before: Properties = {}): Properties {
    const old = propertiesAt(before, "metadata");
    const object = changeAt(defaulted(kind, inputs), "metadata", (metadata) => ({
        ...metadata,
        uid: old.uid ?? randomUUID(),
        creationTimestamp: old.creationTimestamp ?? new Date().toISOString(),
        generation: Number(old.generation ?? 0) + 1,
        resourceVersion: (Number(old.resourceVersion ?? 0) + 1).toString(),
    }));
    return { ...object, status: statusOf(kind, object) };
}

/** What the provider keeps in the state beside the object. */
export interface Bookkeeping extends Properties {
    readonly __inputs: Properties;
    readonly __initialApiVersion: string;
    readonly __fieldManager: string;
}

export function bookkeeping(kind: Kind, inputs: Properties, before: Properties = {}): Bookkeeping {
    const annotations = propertiesAt(propertiesAt(inputs, "metadata"), "annotations");
    const suffix = createHash("sha256").update(objectId(inputs)).digest("hex").slice(0, 8);
    return {
        __inputs: inputs,
        __initialApiVersion: textAt(before, "__initialApiVersion") ?? kind.apiVersion,
        __fieldManager:
            textAt(annotations, "pulumi.com/patchFieldManager") ??
            textAt(before, "__fieldManager") ??
            `pulumi-kubernetes-${suffix}`,
    };
}

/** `<namespace>/<name>`, or the name alone. */
export function objectId(object: Properties): string {
    const metadata = propertiesAt(object, "metadata");
    const [namespace, name] = [textAt(metadata, "namespace"), textAt(metadata, "name") ?? ""];
    return namespace === undefined ? name : `${namespace}/${name}`;
}

function clusterAddress(spec: Properties, service: Properties): Properties {
    if (spec.type === "ExternalName") {
        return {};
    }
    const clusterIP = spec.clusterIP ?? address("10.0", service);
    return { clusterIP, clusterIPs: [clusterIP] };
}

/** The API server turns `stringData` into `data` and forgets it; what was secret stays so. */
function withoutStringData(inputs: Properties): Properties {
    const { stringData, data, ...rest } = inputs;
    if (stringData === undefined) {
        return inputs;
    }
    const encoded = mapSecret(stringData, (entries) =>
        isProperties(entries) ? mapProperties(entries, (text) => mapSecret(text, toBase64)) : entries,
    );
    const merged = Object.fromEntries([
        ...entriesOf(propertiesAt({ data }, "data")),
        ...entriesOf(propertiesAt({ encoded }, "encoded")),
    ]);
    return { ...rest, data: isSecret(encoded) || isSecret(data) ? secret(merged) : merged };
}

function toBase64(text: Value): Value {
    return typeof text === "string" ? Buffer.from(text).toString("base64") : text;
}
