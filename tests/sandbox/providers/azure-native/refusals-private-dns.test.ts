import { refusalsOf, testRefusals } from "./refusals-support";

const RECORD = "azure-native:privatedns:PrivateRecordSet";

const record = { recordType: "A", ttl: 300, aRecords: [{ ipv4Address: "10.0.0.4" }] };
const refused = refusalsOf(RECORD, record);

describe("the stand-in for Azure's private DNS", () => {
    testRefusals([
        {
            what: "a zone of a single label",
            type: "azure-native:privatedns:PrivateZone",
            accepted: { location: "global" },
            names: ["host.example", "host"],
            refused: {},
            code: "BadRequest",
            message: /^The zone name 'host' is invalid/,
        },
        refused("a record without a time to live", { ttl: undefined }, /'sample' must have a TTL/),
        refused("a time to live of none", { ttl: 0 }, /^The TTL must be between 1 and 2147483647/),
        refused("a record set without a record", { aRecords: [] }, /must have at least one record/),
        refused(
            "a record that is no address",
            { aRecords: [{ ipv4Address: "host.example" }] },
            /'host\.example' .* is not a valid IPv4 address/,
        ),
    ]);
});
