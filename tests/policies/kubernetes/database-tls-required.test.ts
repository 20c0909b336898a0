import { databaseTlsRequired } from "../../../policies/rules/kubernetes/database-tls-required";
import {
    type Case,
    compliant,
    describeRule,
    notApplicable,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const TRANSPORT = "data : attendu require_secure_transport = ON";
const VERSION = "data : attendu tls_version = TLSv1.3";

const files = (...contents: readonly unknown[]) => ({
    data: Object.fromEntries(contents.map((content, index) => [`${index.toString()}.cnf`, content])),
});
const accepted = (...contents: readonly string[]): Case => compliant(files(...contents));

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
        "a file without a server section": notApplicable(files("[client]\nssl=0\n")),
    },
    rejects: {
        "optional TLS": violation(
            files("[mariadbd]\nrequire_secure_transport=OFF\ntls_version=TLSv1.3\n"),
            `${TRANSPORT}, obtenu « OFF »`,
        ),
        "TLS 1.2 beside TLS 1.3": violation(
            files("[mariadbd]\nrequire_secure_transport=ON\ntls_version=TLSv1.2,TLSv1.3\n"),
            `${VERSION}, obtenu « TLSv1.2,TLSv1.3 »`,
        ),
        "options in the section of the client": violation(
            files("[mariadbd]\nport=3306\n[client]\nrequire_secure_transport=ON\ntls_version=TLSv1.3\n"),
            `${TRANSPORT}, non défini`,
            `${VERSION}, non défini`,
        ),
        "TLS switched off": violation(
            files("[mariadbd]\nrequire_secure_transport=ON\ntls_version=TLSv1.3\nskip-ssl\n"),
            "data : attendu TLS actif, obtenu ssl désactivé",
        ),
    },
    unset: {
        "both options": violation(files("[mysqld]\n"), `${TRANSPORT}, non défini`, `${VERSION}, non défini`),
        "the data": notApplicable({}),
    },
    unknown: {
        "a file": undecided(files(UNKNOWN), 'data["0.cnf"]'),
        "a file, beside a violation in another,": {
            ...violation(files(UNKNOWN, "[mysqld]\nrequire_secure_transport\n"), `${VERSION}, non défini`),
            unknowns: ['data["0.cnf"]'],
        },
    },
    otherType: "kubernetes:core/v1:Secret",
});
