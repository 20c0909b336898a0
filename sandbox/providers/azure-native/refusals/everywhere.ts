import { entriesOf } from "../../protocol/values";
import { mapAt, same, textAt } from "./read";
import { refuseAny, refuseIf, type Rule } from "./refusal";
import { isRegion } from "./regions";

/** Types that lie in no region. */
const GLOBAL: readonly string[] = [
    "azure-native:monitor:ActivityLogAlert",
    "azure-native:monitor:PrivateLinkScope",
    "azure-native:privatedns:PrivateZone",
    "azure-native:privatedns:VirtualNetworkLink",
];

/** What a tag's name may not contain. */
const RESERVED = /[<>%&\\?/]/;

/** What Azure Resource Manager itself refuses, of whatever type. */
export function rulesEverywhere(type: string): readonly Rule[] {
    const tags = [tagCount, tagNames, tagValues];
    if (type === "azure-native:monitor:ActionGroup") {
        // In a region, or in none.
        return tags;
    }
    return [GLOBAL.includes(type) ? onlyGlobal : onlyRegions, ...tags];
}

const onlyRegions: Rule = ({ inputs }) => {
    const location = textAt(inputs, "location");
    return refuseIf(
        location !== undefined && !isRegion(location),
        "LocationNotAvailableForResourceType",
        `The provided location '${location ?? ""}' is not available for this resource type.`,
    );
};

const onlyGlobal: Rule = ({ inputs }) => {
    const location = textAt(inputs, "location");
    return refuseIf(
        location !== undefined && !same(location, "global"),
        "LocationNotAvailableForResourceType",
        `The provided location '${location ?? ""}' is not available for this resource type. ` +
            "List of available regions for the resource type is 'global'.",
    );
};

/** Azure limit. */
const tagCount: Rule = ({ inputs }) => {
    const count = entriesOf(mapAt(inputs, "tags")).length;
    return refuseIf(
        count > 50,
        "BadRequest",
        `A resource has at most 50 tags. The number of tags provided: ${count.toString()}.`,
    );
};

const tagNames: Rule = ({ inputs }) =>
    refuseAny(
        entriesOf(mapAt(inputs, "tags")),
        ([name]) =>
            refuseIf(
                RESERVED.test(name),
                "InvalidTagNameCharacters",
                `The tag names '${name}' have reserved characters '<,>,%,&,\\,?,/' or control characters.`,
            ) ??
            refuseIf(
                name.length > 512,
                "InvalidTagNameLength",
                `Tag name too large. Following tag name '${name}' exceeded the maximum length. ` +
                    "Maximum allowed length for tag name - '512' characters.",
            ),
    );

/** kubernetes-sigs/cloud-provider-azure#510. */
const tagValues: Rule = ({ inputs }) =>
    refuseAny(entriesOf(mapAt(inputs, "tags")), ([, value]) =>
        refuseIf(
            typeof value === "string" && value.length > 256,
            "InvalidTagValueLength",
            `Tag value too large. Following tag value '${typeof value === "string" ? value : ""}' exceeded the maximum length. ` +
                "Maximum allowed length for tag value - '256' characters.",
        ),
    );
