import { mismatch } from "../../expectation";
import { defineRule } from "../../rule";

/** Option groups that the server of MariaDB or MySQL reads, with or without a version: [mariadb-11.8]. */
const SERVER_GROUP = /^(mysqld|server|mariadb|mariadbd|galera)(-\d+(\.\d+)?)?$/;

export const databaseTlsRequired = defineRule({
    id: "database-tls-required",
    title: {
        fr: "Le serveur MariaDB ou MySQL n’accepte que TLS 1.3",
        en: "The MariaDB or MySQL server accepts TLS 1.3 only",
    },
    why: {
        fr: "Sans TLS obligatoire, les dossiers des patients et les mots de passe circulent en clair dans le cluster.",
        en: "Without compulsory TLS, patient records and passwords travel in clear inside the cluster.",
    },
    remediation: {
        fr: "Écrire require_secure_transport = ON et tls_version = TLSv1.3 dans la section du serveur.",
        en: "Write require_secure_transport = ON and tls_version = TLSv1.3 in the server's section.",
    },
    severity: "critical",
    url: "https://mariadb.com/docs/server/security/encryption/data-in-transit-encryption/securing-connections-for-client-and-server",
    appliesTo: ["kubernetes:core:ConfigMap"],
    check(configMap) {
        const groups: (readonly Option[])[] = [];
        configMap.entries("data", (_, entry) => {
            entry.given("", (content) => {
                groups.push(...(typeof content === "string" ? serverGroups(content) : []));
            });
        });
        if (groups.length === 0) {
            configMap.dismiss();
            return;
        }
        // As for the server, the last value wins and an option without a value is on.
        const options = new Map(groups.flat());
        const required = options.get("require_secure_transport");
        if (!["on", "1", "true", ""].includes(required?.toLowerCase() ?? "off")) {
            configMap.violation("data", mismatch("require_secure_transport = ON", required));
        }
        const versions = options.get("tls_version");
        if (versions?.toLowerCase() !== "tlsv1.3") {
            configMap.violation("data", mismatch("tls_version = TLSv1.3", versions));
        }
        if (
            ["0", "off", "false"].includes(options.get("ssl")?.toLowerCase() ?? "") ||
            options.has("skip_ssl")
        ) {
            configMap.violation("data", "attendu TLS actif, obtenu ssl désactivé");
        }
    },
});

type Option = readonly [name: string, value: string];

/** The options of each server section of an option file. */
function serverGroups(file: string): readonly (readonly Option[])[] {
    const groups: Option[][] = [];
    let current: Option[] | undefined;
    for (const line of file.split("\n").map((text) => text.trim())) {
        const header = /^\[([^\]]+)\]/.exec(line)?.[1];
        if (header === undefined) {
            current?.push(optionOf(line));
        } else if (SERVER_GROUP.test(header.trim().toLowerCase())) {
            current = [];
            groups.push(current);
        } else {
            current = undefined;
        }
    }
    return groups;
}

/** `-` and `_` are the same in a name; a value may be quoted and followed by a comment. Comments name no option. */
function optionOf(line: string): Option {
    const [name = "", ...rest] = line.split("=");
    const value = rest
        .join("=")
        .replace(/\s#.*$/, "")
        .trim();
    return [
        name
            .trim()
            .toLowerCase()
            .replaceAll("-", "_")
            .replace(/^loose_/, ""),
        value.replace(/^(["'])(.*)\1$/, "$2"),
    ];
}
