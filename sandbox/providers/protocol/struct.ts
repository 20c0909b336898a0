import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { ProviderError } from "./provider-error";
import { entriesOf, isList, isProperties, type Properties, type Value } from "./values";

/** Reads a property map of a request; a map that the engine left out is empty. */
export function decode(label: string, struct: Struct | undefined): Properties {
    try {
        // A Struct holds nothing but JSON.
        return struct?.toJavaScript() ?? {};
    } catch {
        throw new ProviderError(`${label}: expected a property map, got a value of no kind in it`);
    }
}

export function encode(properties: Properties): Struct {
    return Struct.fromJavaScript(toJson(properties) as Record<string, JavaScriptValue>);
}

/** A Struct cannot hold undefined entries. */
function toJson(value: Value): JavaScriptValue {
    if (isList(value)) {
        return value.map(toJson);
    }
    if (isProperties(value)) {
        return Object.fromEntries(entriesOf(value).map(([key, entry]) => [key, toJson(entry)]));
    }
    return value;
}
