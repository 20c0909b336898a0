import { databaseTlsRequired } from "../../../policies/rules/traffic/database-tls-required";
import {
    type Case,
    compliant,
    describeRule,
    notApplicable,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";
import { container, CONTAINER, DEPLOYMENT, deployment } from "../pods";

const TRANSPORT = "attendu require_secure_transport = ON";
const VERSION = "attendu tls_version = TLSv1.3";

const SSL = "attendu ssl = ON";
const FILE = 'data["0.cnf"]';
const REQUIRED = "[mariadbd]\nrequire_secure_transport=ON\ntls_version=TLSv1.3\n";

const files = (...contents: readonly unknown[]) => ({
    data: Object.fromEntries(contents.map((content, index) => [`${index.toString()}.cnf`, content])),
});
const accepted = (...contents: readonly string[]): Case => compliant(files(...contents));

const weakened = (line: string, ...messages: readonly string[]): Case =>
    violation(files(`${REQUIRED}${line}\n`), ...messages);
const command = (...words: readonly unknown[]) =>
    deployment({ containers: [container({ image: "acr.azurecr.io/mariadb@sha256:0", args: words })] });

describeRule(databaseTlsRequired, {
    type: "kubernetes:core/v1:ConfigMap",
    accepts: {
        "compulsory TLS 1.3": accepted("[mariadbd]\nrequire_secure_transport = ON\ntls_version = TLSv1.3\n"),
        "dashes, comments, quotes and a bare switch": accepted(
            "# server\n[mysqld]\nrequire-secure-transport\n# tls_version = TLSv1.2\ntls-version='TLSv1.3' # only\n",
        ),
        "options spread over sections and files": accepted(
            "[server]\nrequire_secure_transport=1\n",
            "[mariadb-11.8]\ntls_version=TLSv1.3\n",
        ),
        "the last of two values": accepted(
            "[mysqld]\nrequire_secure_transport=ON\ntls_version=TLSv1.2\ntls_version=TLSv1.3\n",
        ),
        "switches that negate a negation": accepted(`${REQUIRED}skip-ssl=0\nenable-ssl\nssl=TRUE\n`),
        "other options": accepted(`${REQUIRED}skip_name_resolve = ON\nssl_ca=/etc/ca.pem\n`),
        "a server without options on its command line": {
            ...compliant(command("--port=3306", "--tls-version", "TLSv1.3")),
            type: DEPLOYMENT,
        },
        "a pod without database server": { ...notApplicable(deployment()), type: DEPLOYMENT },
        "an exporter of a server's metrics": {
            ...notApplicable(
                deployment({ containers: [container({ args: ["--config=/etc/mysqld-exporter/my.cnf"] })] }),
            ),
            type: DEPLOYMENT,
        },
        "a file without a server section": notApplicable(files("[client]\nssl=0\n")),
        "the settings of another program that serves": notApplicable({
            data: { "grafana.ini": "[server]\nprotocol = https\n[database]\ntype = sqlite3\n" },
        }),
    },
    rejects: {
        "optional TLS": violation(
            files("[mariadbd]\nrequire_secure_transport=OFF\ntls_version=TLSv1.3\n"),
            `${FILE} : ${TRANSPORT}, obtenu « OFF »`,
        ),
        "TLS 1.2 beside TLS 1.3": violation(
            files("[mariadbd]\nrequire_secure_transport=ON\ntls_version=TLSv1.2,TLSv1.3\n"),
            `${FILE} : ${VERSION}, obtenu « TLSv1.2,TLSv1.3 »`,
        ),
        "options in the section of the client": violation(
            files("[mariadbd]\nport=3306\n[client]\nrequire_secure_transport=ON\ntls_version=TLSv1.3\n"),
            `data : ${TRANSPORT}, non défini`,
            `data : ${VERSION}, non défini`,
        ),
        "a server's own section, whatever the file": violation(
            { data: { "tls.ini": "[server]\nssl=0\n[mysqld]\nrequire_secure_transport=OFF\n" } },
            `data["tls.ini"] : ${TRANSPORT}, obtenu « OFF »`,
            `data : ${VERSION}, non défini`,
        ),
        "the server's file of Windows": violation(
            { data: { "my.ini": "[server]\nrequire_secure_transport=ON\ntls_version=TLSv1.2\n" } },
            `data["my.ini"] : ${VERSION}, obtenu « TLSv1.2 »`,
        ),
        "TLS switched off": weakened("skip-ssl", `${FILE} : ${SSL}, obtenu « 0 »`),
        "TLS disabled": weakened("disable-ssl", `${FILE} : ${SSL}, obtenu « 0 »`),
        "TLS not enabled": weakened("enable-ssl=0", `${FILE} : ${SSL}, obtenu « 0 »`),
        "TLS set to no switch, which the server takes for off": weakened(
            "ssl=disabled",
            `${FILE} : ${SSL}, obtenu « disabled »`,
        ),
        "compulsory TLS skipped": weakened(
            "skip-require-secure-transport",
            `${FILE} : ${TRANSPORT}, obtenu « 0 »`,
        ),
        "compulsory TLS disabled": weakened(
            "loose_disable_require_secure_transport",
            `${FILE} : ${TRANSPORT}, obtenu « 0 »`,
        ),
        "an option cut short": weakened("tls_ver=TLSv1.0", `${FILE} : ${VERSION}, obtenu « TLSv1.0 »`),
        "an option of a group that clients read too": weakened(
            "[client-server]\ntls_version=TLSv1.0",
            `${FILE} : ${VERSION}, obtenu « TLSv1.0 »`,
        ),
        "options of other files": weakened(
            "!includedir /etc/mysql/conf.d",
            `${FILE} : attendu toute la configuration du serveur, obtenu un renvoi (!include)`,
        ),
        "a file that another one may or may not outdo": violation(
            files("[mysqld]\ntls_version=TLSv1.0\n", REQUIRED),
            `${FILE} : ${VERSION}, obtenu « TLSv1.0 »`,
        ),
        "options of an encoded file": violation(
            { binaryData: { "my.cnf": Buffer.from(`${REQUIRED}ssl=0\n`).toString("base64") } },
            `binaryData["my.cnf"] : ${SSL}, obtenu « 0 »`,
        ),
        "a command line that weakens TLS": {
            ...violation(
                deployment({
                    containers: [
                        container({
                            command: ["sh", "-c"],
                            args: ["exec mariadbd --skip-ssl --tls-version TLSv1.0"],
                        }),
                    ],
                }),
                `${CONTAINER} : attendu ssl = ON, obtenu « 0 »`,
                `${CONTAINER} : attendu tls_version = TLSv1.3, obtenu « TLSv1.0 »`,
            ),
            type: DEPLOYMENT,
        },
        "a program and its argument in two words": {
            ...violation(
                deployment({ containers: [container({ command: ["mysqld", "--ssl", "off"] })] }),
                `${CONTAINER} : attendu ssl = ON, obtenu « off »`,
            ),
            type: DEPLOYMENT,
        },
        "arguments of the server's image that weaken TLS": {
            ...violation(
                command("--require-secure-transport=OFF"),
                `${CONTAINER} : attendu require_secure_transport = ON, obtenu « OFF »`,
            ),
            type: DEPLOYMENT,
        },
    },
    unset: {
        "both options": violation(
            files("[mysqld]\n"),
            `data : ${TRANSPORT}, non défini`,
            `data : ${VERSION}, non défini`,
        ),
        "the data": notApplicable({}),
    },
    unknown: {
        "an argument of the server": {
            ...undecided(command(UNKNOWN), `${CONTAINER}.args[0]`),
            type: DEPLOYMENT,
        },
        "the value of an option": {
            ...undecided(command("--ssl", UNKNOWN), `${CONTAINER}.args[1]`),
            type: DEPLOYMENT,
        },
        "an argument before one that weakens TLS": {
            ...violation(command(UNKNOWN, "--ssl=0"), `${CONTAINER} : attendu ssl = ON, obtenu « 0 »`),
            unknowns: [`${CONTAINER}.args[0]`],
            type: DEPLOYMENT,
        },
        "a file": undecided(files(UNKNOWN), FILE),
        "a file, beside a violation in another,": {
            ...violation(
                files(UNKNOWN, "[mysqld]\nrequire_secure_transport\n"),
                `data : ${VERSION}, non défini`,
            ),
            unknowns: [FILE],
        },
    },
    otherType: "kubernetes:core/v1:Secret",
});
