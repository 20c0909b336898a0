import { textAt } from "../../protocol/values";
import { GROUP } from "../arm";
import type { ArmResource, ArmType } from "../arm-type";

const ZONES = "Microsoft.Network/privateDnsZones";

/** Names of private zones. */
export const privateDnsTypes: Readonly<Record<string, ArmType>> = {
    "azure-native:privatedns:PrivateRecordSet": {
        path: `${GROUP}/providers/${ZONES}/{privateZoneName}/{recordType}/{relativeRecordSetName}`,
        outputs: {
            fqdn: ({ name, inputs }) => `${name === "@" ? "" : `${name}.`}${zoneOf(inputs)}.`,
            isAutoRegistered: false,
            type: ({ inputs }) => `${ZONES}/${textAt(inputs, "recordType") ?? ""}`,
        },
        unset: `aRecords aaaaRecords cnameRecord metadata mxRecords ptrRecords soaRecord srvRecords ttl
            txtRecords`,
    },
};

const zoneOf = (inputs: ArmResource["inputs"]) => textAt(inputs, "privateZoneName") ?? "";
