import * as assert from "node:assert/strict";
import {
    accountsSql,
    EXPORTER_ACCOUNT,
    passwordSecretOf,
    REPLICA_ACCOUNTS,
    SERVICE_ACCOUNTS,
} from "../../../components/database/accounts";

const RIGHTS =
    "SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, REFERENCES, LOCK TABLES, CREATE TEMPORARY TABLES, " +
    "CREATE VIEW, SHOW VIEW, CREATE ROUTINE, ALTER ROUTINE, EXECUTE, TRIGGER";

const IDENTIFIED = "'openmrs'@'%' IDENTIFIED BY '@database-openmrs-password@' REQUIRE SSL";

describe("accountsSql", () => {
    it("makes a service's database and account in MariaDB, or brings them up to date: password, TLS, these rights alone", () => {
        assert.deepEqual(accountsSql("mariadb", SERVICE_ACCOUNTS).split("\n"), [
            "CREATE DATABASE IF NOT EXISTS `openmrs`;",
            `CREATE USER IF NOT EXISTS ${IDENTIFIED};`,
            `ALTER USER ${IDENTIFIED} ACCOUNT UNLOCK;`,
            "REVOKE ALL PRIVILEGES, GRANT OPTION FROM 'openmrs'@'%';",
            `GRANT ${RIGHTS} ON \`openmrs\`.* TO 'openmrs'@'%';`,
            "",
        ]);
    });

    it("leaves the managed server its databases, and takes no right away under those who work", () => {
        assert.deepEqual(accountsSql("mysql", SERVICE_ACCOUNTS).split("\n"), [
            `CREATE USER IF NOT EXISTS ${IDENTIFIED};`,
            `ALTER USER ${IDENTIFIED} ACCOUNT UNLOCK;`,
            `GRANT ${RIGHTS} ON \`openmrs\`.* TO 'openmrs'@'%';`,
            "",
        ]);
    });

    it("gives the exporter no right at all, over TLS, on a few connections at once", () => {
        const identified =
            "'exporter'@'%' IDENTIFIED BY '@database-exporter-password@' REQUIRE SSL WITH MAX_USER_CONNECTIONS 4";
        assert.deepEqual(accountsSql("mysql", [EXPORTER_ACCOUNT]).split("\n"), [
            `CREATE USER IF NOT EXISTS ${identified};`,
            `ALTER USER ${identified} ACCOUNT UNLOCK;`,
            "",
        ]);
    });

    it("names a secret for each password, and no password", () => {
        const accounts = [...SERVICE_ACCOUNTS, ...REPLICA_ACCOUNTS];
        const named = [...accountsSql("mariadb", accounts).matchAll(/IDENTIFIED BY '([^']*)'/g)];
        assert.deepEqual(
            named.map(([, secret]) => secret),
            accounts.flatMap((account) => Array<string>(2).fill(`@${passwordSecretOf(account)}@`)),
        );
    });
});
