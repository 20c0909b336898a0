import { databaseAdminPasswordSecret } from "../../../policies/rules/database/database-admin-password-secret";
import {
    type Case,
    compliant,
    describeRule,
    type Properties,
    secret,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const LOGIN = "administratorLoginPassword";

/** Each type with the places where it takes a secret. */
const PLACES: readonly (readonly [type: string, ...paths: string[]])[] = [
    ["compute:VirtualMachine", "osProfile.adminPassword"],
    ["compute:VirtualMachineScaleSet", "virtualMachineProfile.osProfile.adminPassword"],
    ["containerservice:ManagedCluster", "servicePrincipalProfile.secret", "windowsProfile.adminPassword"],
    ["cosmosdb:CassandraCluster", "properties.initialCassandraAdminPassword"],
    ["cosmosdb:MongoCluster", LOGIN],
    ["dbformysql:Server", LOGIN],
    ["dbforpostgresql:Server", LOGIN],
    ["dbforpostgresql:ServerGroupCluster", LOGIN],
    ["mongocluster:MongoCluster", "properties.administrator.password"],
    [
        "redis:Redis",
        "redisConfiguration.aofStorageConnectionString0",
        "redisConfiguration.aofStorageConnectionString1",
        "redisConfiguration.rdbStorageConnectionString",
    ],
    ["sql:JobCredential", "password"],
    ["sql:ManagedInstance", LOGIN],
    ["sql:Server", LOGIN],
    ["sql:SyncMember", "password"],
    [
        "sqlvirtualmachine:SqlVirtualMachine",
        "autoBackupSettings.password",
        "autoBackupSettings.storageAccessKey",
        "keyVaultCredentialSettings.servicePrincipalSecret",
        "serverConfigurationsManagementSettings.sqlConnectivityUpdateSettings.sqlAuthUpdatePassword",
    ],
];

const nested = (path: string, value: unknown): Properties =>
    path.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Properties;

const eachPlace = (make: (path: string) => Case) =>
    Object.fromEntries(
        PLACES.flatMap(([type, ...paths]) =>
            paths.map((path) => [`${path} of ${type}`, { ...make(path), type: `azure-native:${type}` }]),
        ),
    );

describeRule(databaseAdminPasswordSecret, {
    type: "azure-native:dbformysql:Server",
    accepts: eachPlace((path) => compliant(nested(path, secret("correct horse")))),
    rejects: {
        ...eachPlace((path) =>
            violation(
                nested(path, "correct horse"),
                `${path} : attendu un secret Pulumi, obtenu une valeur en clair`,
            ),
        ),
        "a password in clear beside a secret name": violation(
            { administratorLogin: secret("records"), administratorLoginPassword: "correct horse" },
            `${LOGIN} : attendu un secret Pulumi, obtenu une valeur en clair`,
        ),
    },
    unset: { "the password": compliant({ administratorLogin: "records" }) },
    unknown: {
        "the password, which is then no literal,": compliant({ administratorLoginPassword: UNKNOWN }),
    },
    otherType: "azure-native:dbformysql:Database",
});
