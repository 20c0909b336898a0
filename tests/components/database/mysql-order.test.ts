import * as assert from "node:assert/strict";
import type * as pulumi from "@pulumi/pulumi";
import { regionsOf } from "../../../components/database/database";
import { MySql } from "../../../components/database/mysql";
import { recordDependencies } from "../../support/dependencies";
import { settled, startRecording } from "../../support/recorder";
import { args } from "./mysql-args";

describe("MySql is made in an order that Azure can follow:", () => {
    let dependenciesOf: (name: string) => readonly string[];

    before(async () => {
        await startRecording();
        dependenciesOf = recordDependencies();
        new MySql("database", args);
        await settled();
    });

    const ORDER: [later: string, earlier: string, why: string][] = [
        ["database", "database-zone-link", "the server once its zone is asked"],
        ["database", "database-encryption-role", "the server once it may use its key"],
        ["database", "database-backup-encryption-role", "the server once it may use the key of the copy"],
        ["database-tls_version", "database-require_secure_transport", "one parameter after the other"],
        ["database-openmrs", "database-collation_server", "databases once the parameters are set"],
        ["mysql-accounts", "database-openmrs", "accounts once their databases are there"],
        ["mysql-accounts", "mysql-accounts-vault", "accounts once their passwords can be read"],
        ["mysqld-exporter", "mysql-accounts", "the exporter once it has its account"],
        ["mysqld-exporter", "mysqld-exporter-vault", "the exporter once it can read how it connects"],
        [
            "mysql-accounts-vault",
            "database-openmrs-password",
            "the right to read a password once it is there",
        ],
    ];
    for (const [later, earlier, why] of ORDER) {
        it(`${why} (${later} after ${earlier})`, () => {
            assert.ok(dependenciesOf(later).includes(earlier), dependenciesOf(later).join());
        });
    }
});

describe("MySql of a stack that keeps its data", () => {
    it("has Pulumi refuse to delete the server, its databases, and the vault and the key of the copy", async () => {
        const isProtected = new Set<string>();
        await startRecording();
        new MySql("database", { ...args, protectData: true }, {
            transformations: [
                ({ type, name, opts }) => {
                    if (opts.protect === true) {
                        isProtected.add(`${type} ${name}`);
                    }
                    return undefined;
                },
            ],
        } satisfies pulumi.ComponentResourceOptions);
        await settled();
        assert.deepEqual([...isProtected].sort(), [
            "azure-native:dbformysql:Database database-openmrs",
            "azure-native:dbformysql:Server database",
            "azure-native:keyvault:Key database-backup-key-database",
            "azure-native:keyvault:Vault database-backup",
        ]);
    });
});

describe("regionsOf", () => {
    it("tells that a managed database has a key in the paired region, and one in the cluster has nothing there", () => {
        assert.deepEqual(regionsOf({ mode: "managed" }, "francecentral"), ["francesouth"]);
        assert.deepEqual(regionsOf({ mode: "inCluster" }, "francecentral"), []);
    });
});
