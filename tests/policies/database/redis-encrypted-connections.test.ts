import { redisEncryptedConnections } from "../../../policies/rules/database/redis-encrypted-connections";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { describeRemedies } from "../../support/remedies";

const VERSION = "minimumTlsVersion : attendu « 1.2 »";
const enterprise = (sample: Case): Case => ({
    ...sample,
    type: "azure-native:redisenterprise:RedisEnterprise",
});
const database = (sample: Case): Case => ({ ...sample, type: "azure-native:redisenterprise:Database" });

describeRule(redisEncryptedConnections, {
    type: "azure-native:redis:Redis",
    accepts: {
        "TLS 1.2 alone": compliant({ minimumTlsVersion: "1.2", enableNonSslPort: false }),
        "an enterprise cache in TLS 1.2": enterprise(compliant({ minimumTlsVersion: "1.2" })),
        "an encrypted enterprise database": database(compliant({ clientProtocol: "encrypted" })),
    },
    rejects: {
        "the port in clear": violation(
            { minimumTlsVersion: "1.2", enableNonSslPort: true },
            "enableNonSslPort : attendu false, obtenu true",
        ),
        "TLS 1.1": violation({ minimumTlsVersion: "1.1" }, `${VERSION}, obtenu « 1.1 »`),
        "an enterprise cache in TLS 1.0": enterprise(
            violation({ minimumTlsVersion: "1.0" }, `${VERSION}, obtenu « 1.0 »`),
        ),
        "an enterprise database in clear": database(
            violation(
                { clientProtocol: "Plaintext" },
                "clientProtocol : attendu « Encrypted », obtenu « Plaintext »",
            ),
        ),
    },
    unset: {
        "the version": violation({}, `${VERSION}, non défini`),
        "the port in clear, which is then closed,": compliant({ minimumTlsVersion: "1.2" }),
        "the protocol of an enterprise database, which is then encrypted,": database(compliant({})),
        "the port of an enterprise cache, which has none in clear,": enterprise(
            compliant({ minimumTlsVersion: "1.2", enableNonSslPort: true }),
        ),
    },
    unknown: {
        "the port": undecided({ minimumTlsVersion: "1.2", enableNonSslPort: UNKNOWN }, "enableNonSslPort"),
    },
    otherType: "azure-native:redis:LinkedServer",
});

describeRemedies(redisEncryptedConnections, {
    "azure-native:redis:Redis": [
        { path: "enableNonSslPort", value: false },
        { path: "minimumTlsVersion", value: "1.2" },
    ],
    "azure-native:redisenterprise:Database": [],
    "azure-native:redisenterprise:RedisEnterprise": [{ path: "minimumTlsVersion", value: "1.2" }],
});
