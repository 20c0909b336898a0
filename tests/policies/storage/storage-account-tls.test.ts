import { storageAccountTls } from "../../../policies/rules/storage/storage-account-tls";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { describeRemedies } from "../../support/remedies";

describeRule(storageAccountTls, {
    type: "azure-native:storage:StorageAccount",
    accepts: {
        "TLS 1.2 and HTTPS": compliant({ minimumTlsVersion: "TLS1_2", enableHttpsTrafficOnly: true }),
        "TLS 1.2 and HTTPS by default": compliant({ minimumTlsVersion: "TLS1_2" }),
    },
    rejects: {
        "TLS 1.1": violation(
            { minimumTlsVersion: "TLS1_1" },
            "minimumTlsVersion : attendu « TLS1_2 », obtenu « TLS1_1 »",
        ),
        "a TLS 1.3 that the service refuses": violation(
            { minimumTlsVersion: "TLS1_3" },
            "minimumTlsVersion : attendu « TLS1_2 », obtenu « TLS1_3 »",
        ),
        "plain HTTP": violation(
            { minimumTlsVersion: "TLS1_2", enableHttpsTrafficOnly: false },
            "enableHttpsTrafficOnly : attendu true, obtenu false",
        ),
    },
    unset: {
        "the version, which is then TLS 1.0,": violation(
            {},
            "minimumTlsVersion : attendu « TLS1_2 », non défini",
        ),
    },
    unknown: { "the version": undecided({ minimumTlsVersion: UNKNOWN }, "minimumTlsVersion") },
    otherType: "azure-native:storage:BlobContainer",
});

describeRemedies(storageAccountTls, {
    "azure-native:storage:StorageAccount": [
        { path: "minimumTlsVersion", value: "TLS1_2" },
        { path: "enableHttpsTrafficOnly", value: true },
    ],
});
