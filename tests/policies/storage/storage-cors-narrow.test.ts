import { storageCorsNarrow } from "../../../policies/rules/storage/storage-cors-narrow";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const cors = (...allowedOrigins: readonly unknown[]) => ({ cors: { corsRules: [{ allowedOrigins }] } });
const at = (index: number) => `cors.corsRules[0].allowedOrigins[${String(index)}]`;
const EXPECTED = "attendu une origine en HTTPS, nommée";
describeRule(storageCorsNarrow, {
    type: "azure-native:storage:BlobServiceProperties",
    accepts: {
        "an origin by name": compliant(cors("https://app.example", "HTTPS://app.example:8443")),
        "the subdomains of a domain": compliant(cors("https://*.clinic.example")),
        "file shares likewise": {
            ...compliant(cors("https://app.example")),
            type: "azure-native:storage:FileServiceProperties",
        },
    },
    rejects: {
        "any origin": violation(cors("https://app.example", "*"), `${at(1)} : ${EXPECTED}, obtenu « * »`),
        "plain HTTP": violation(
            cors("http://app.example"),
            `${at(0)} : ${EXPECTED}, obtenu « http://app.example »`,
        ),
        "any HTTPS origin": violation(cors("https://*"), `${at(0)} : ${EXPECTED}, obtenu « https://* »`),
        "a whole top-level domain": violation(
            cors("https://*.com"),
            `${at(0)} : ${EXPECTED}, obtenu « https://*.com »`,
        ),
        "a name behind a path": violation(
            cors("xhttps://app.example"),
            `${at(0)} : ${EXPECTED}, obtenu « xhttps://app.example »`,
        ),
        "a path": violation(
            cors("https://app.example/page"),
            `${at(0)} : ${EXPECTED}, obtenu « https://app.example/page »`,
        ),
        "a number": violation(cors(1), `${at(0)} : ${EXPECTED}, obtenu 1`),
        "queues likewise": {
            ...violation(cors("*"), `${at(0)} : ${EXPECTED}, obtenu « * »`),
            type: "azure-native:storage:QueueServiceProperties",
        },
        "tables likewise": {
            ...violation(cors("*"), `${at(0)} : ${EXPECTED}, obtenu « * »`),
            type: "azure-native:storage:TableServiceProperties",
        },
    },
    unset: { "the rules, which then let no other site in,": compliant({}) },
    unknown: {
        "an origin": undecided(cors(UNKNOWN), at(0)),
        "the rules": undecided({ cors: { corsRules: UNKNOWN } }, "cors.corsRules"),
    },
    otherType: "azure-native:storage:BlobContainer",
});
