import { createHash } from "node:crypto";
import { textAt, type Properties } from "../protocol/values";
import type { ArmType } from "./arm-type";

/**
 * The moment at which everything in the sandbox was made: fixed, so that the stand-ins
 * need no memory to give the same answer twice.
 */
export const CREATED = "2026-01-01T00:00:00Z";

/** The path of what lies in a resource group. */
export const GROUP = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}";

/** The inputs that name the resource, outermost first. */
export function pathParameters(type: ArmType): string[] {
    return Array.from(type.path.matchAll(/\{(\w+)\}/g), (match) => match[1] ?? "").filter(
        (parameter) => parameter !== "subscriptionId",
    );
}

/** The input that holds the resource's own name. */
export function nameParameter(type: ArmType): string {
    return pathParameters(type).at(-1) ?? "";
}

/** The resource's id. A parameter that is itself an id, such as a scope, brings its own leading slash. */
export function resourceId(type: ArmType, inputs: Properties, subscriptionId: string): string {
    return type.path
        .replaceAll(/\{(\w+)\}/g, (_, parameter: string) =>
            parameter === "subscriptionId" ? subscriptionId : (textAt(inputs, parameter) ?? ""),
        )
        .replace(/^\/\//, "/");
}

/** The resource type in Azure's own words: provider and every other segment after it. */
export function resourceType(type: ArmType): string {
    const provider = type.path.lastIndexOf("/providers/");
    if (provider < 0) {
        return "Microsoft.Resources/resourceGroups";
    }
    const [namespace = "", ...segments] = type.path.slice(provider + "/providers/".length).split("/");
    return [namespace, ...segments.filter((_, index) => index % 2 === 0)].join("/");
}

/** "France Central" and "francecentral" are the same to Azure, which answers the latter. */
export function normalRegion(location: string): string {
    return location.replaceAll(" ", "").toLowerCase();
}

/** The region that a resource is asked for in, by its short name; empty when it is asked for in none. */
export function regionOf(inputs: Properties): string {
    return normalRegion(textAt(inputs, "location") ?? "");
}

/** A UUID that depends on nothing but the seed. */
export function guid(seed: string): string {
    const hex = createHash("sha256").update(seed).digest("hex");
    const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
    return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `5${hex.slice(13, 16)}`,
        `${variant}${hex.slice(17, 20)}`,
        hex.slice(20, 32),
    ].join("-");
}

/** Lower-case hexadecimal digits that depend on nothing but the seed. */
export function digest(seed: string, length: number): string {
    return createHash("sha256").update(seed).digest("hex").slice(0, length);
}
