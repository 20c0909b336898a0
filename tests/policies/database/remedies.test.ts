import * as assert from "node:assert/strict";

import * as database from "../../../policies/rules/database";
import * as messaging from "../../../policies/rules/messaging";
import * as monitor from "../../../policies/rules/monitor";

const TLS12 = [{ path: "minimalTlsVersion", value: "1.2" }];

/** The remedies of a rule for a type; without any, the rule is to be put right by hand. */
const cases = [
    [
        database.cosmosEntraOnly,
        "cosmosdb:DatabaseAccount",
        [{ path: "disableKeyBasedMetadataWriteAccess", value: true }],
    ],
    [database.managedDatabaseTls, "sql:Server", TLS12],
    [database.managedDatabaseTls, "sql:ManagedInstance", TLS12],
    [
        database.managedDatabaseTls,
        "cosmosdb:DatabaseAccount",
        [{ path: "minimalTlsVersion", value: "Tls12" }],
    ],
    [database.managedDatabaseTls, "dbformysql:Configuration", []],
    [
        database.redisEncryptedConnections,
        "redis:Redis",
        [
            { path: "enableNonSslPort", value: false },
            { path: "minimumTlsVersion", value: "1.2" },
        ],
    ],
    [
        database.redisEncryptedConnections,
        "redisenterprise:RedisEnterprise",
        [{ path: "minimumTlsVersion", value: "1.2" }],
    ],
    [database.redisEncryptedConnections, "redisenterprise:Database", []],
    [database.sqlDataEncrypted, "sql:TransparentDataEncryption", [{ path: "state", value: "Enabled" }]],
    [database.sqlThreatDetection, "sql:ServerSecurityAlertPolicy", [{ path: "state", value: "Enabled" }]],
    [messaging.messagingTlsVersion, "eventgrid:Topic", [{ path: "minimumTlsVersionAllowed", value: "1.2" }]],
    [messaging.messagingTlsVersion, "servicebus:Namespace", [{ path: "minimumTlsVersion", value: "1.2" }]],
    [messaging.messagingTlsVersion, "iothub:IotHubResource", []],
    [monitor.alertRecipients, "monitor:ActionGroup", [{ path: "enabled", value: true }]],
    [monitor.alertRecipients, "monitor:ActivityLogAlert", []],
] as const;

describe("the remedies of data services", () => {
    for (const [rule, type, remedies] of cases) {
        it(`set what ${rule.id} asks of ${type}`, () => {
            assert.deepEqual(rule.remedies?.(`azure-native:${type}`), remedies);
        });
    }
});
