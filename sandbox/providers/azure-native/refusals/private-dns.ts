import * as ipaddr from "ipaddr.js";
import { itemsAt, numberAt, textAt, valueAt } from "./read";
import { refuseAny, refuseIf, refuseOutside, type Rule, type Rules } from "./refusal";

/** learn.microsoft.com, "private-dns-privatednszone": at least two labels. */
const zoneName: Rule = ({ name }) => {
    const labels = name.split(".");
    return refuseIf(
        labels.length < 2 || labels.length > 34 || !labels.every((label) => /^[\w-]{1,63}$/.test(label)),
        "BadRequest",
        `The zone name '${name}' is invalid: expected 2 to 34 labels of 1 to 63 letters, digits, underscores or hyphens.`,
    );
};

/** polymind-inc/acmebot#823: without one Azure answers 400. */
const timeToLive: Rule = ({ name, inputs }) =>
    refuseIf(
        valueAt(inputs, "ttl") === undefined,
        "BadRequest",
        `The resource record set '${name}' must have a TTL.`,
    ) ?? refuseOutside(numberAt(inputs, "ttl"), [1, 2_147_483_647], "BadRequest", "The TTL");

const addresses: Rule = ({ name, inputs }) => {
    const records = itemsAt(inputs, "aRecords");
    return (
        refuseIf(
            textAt(inputs, "recordType") === "A" && records.length === 0,
            "BadRequest",
            `The resource record set '${name}' must have at least one record.`,
        ) ??
        refuseAny(records, (record) => {
            const address = textAt(record, "ipv4Address");
            return refuseIf(
                address !== undefined && !ipaddr.IPv4.isValidFourPartDecimal(address),
                "BadRequest",
                `The value '${address ?? ""}' of the resource record set '${name}' is not a valid IPv4 address.`,
            );
        })
    );
};

/** Private zones and their names. */
export const privateDnsRules: Rules = {
    "azure-native:privatedns:PrivateZone": [zoneName],
    "azure-native:privatedns:PrivateRecordSet": [timeToLive, addresses],
};
