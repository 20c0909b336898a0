import type { core } from "@pulumi/kubernetes/types/input";

import { isScalar, mismatch } from "../../expectation";
import type { Inspection } from "../../inspection";
import { eachFile } from "../../kubernetes/config-map";
import { commandLineOptions, type Options, serverOptions } from "../../kubernetes/database-options";
import { eachContainer, podSpec, workloadTypes } from "../../kubernetes/pods";
import { defineRule } from "../../rule";

const CONFIG_MAP = "kubernetes:core:ConfigMap";

/** The server's program in a command, and the images whose entry point passes its arguments on to it. */
const SERVER_PROGRAM = /(^|[\s/])(mariadbd|mysqld)(-safe|_safe)?(\s|$)/;
const SERVER_IMAGE = /(^|\/)(mariadb|mysql)(-server)?([:@]|$)/;

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
    appliesTo: [CONFIG_MAP, ...workloadTypes],
    examples: {
        compliant: [
            {
                type: "kubernetes:core/v1:ConfigMap",
                properties: {
                    data: { "tls.cnf": "[mariadb]\nrequire_secure_transport = ON\ntls_version = TLSv1.3\n" },
                } satisfies core.v1.ConfigMap,
            },
        ],
        violation: [
            {
                type: "kubernetes:core/v1:ConfigMap",
                properties: {
                    data: { "tls.cnf": "[mariadb]\nrequire_secure_transport = OFF\n" },
                } satisfies core.v1.ConfigMap,
            },
        ],
    },
    check(properties, { type }) {
        const found = type === CONFIG_MAP ? checkFiles(properties) : checkCommands(podSpec(properties, type));
        if (!found) {
            properties.dismiss();
        }
    },
});

/** Judges each option file of a ConfigMap, for the order of files is the image's; tells whether one configures a server. */
function checkFiles(configMap: Inspection): boolean {
    const servers: Options[] = [];
    eachFile(configMap, (content, name, entry) => {
        const options = serverOptions(content, name);
        if (options === undefined) {
            return;
        }
        servers.push(options);
        checkOptions(entry, options);
        if (/^[ \t]*!include/m.test(content)) {
            entry.violation("", "attendu toute la configuration du serveur, obtenu un renvoi (!include)");
        }
    });
    for (const name of ["require_secure_transport", "tls_version"] as const) {
        if (servers.length > 0 && !servers.some((options) => options.has(name))) {
            configMap.violation("data", mismatch(EXPECTED[name].text, undefined));
        }
    }
    return servers.length > 0;
}

/** Judges what the command lines of the servers of a pod add to their files; tells whether there is a server. */
function checkCommands(pod: Inspection): boolean {
    let found = false;
    eachContainer(pod, (container) => {
        const words = ["command", "args"].flatMap((list) => container.readings(list));
        const command = words
            .flatMap((word) => (word.state === "known" ? [String(word.value)] : []))
            .join(" ");
        const image = container.read("image");
        const isServerImage =
            image.state === "known" && isScalar(image.value) && SERVER_IMAGE.test(String(image.value));
        if (isServerImage || SERVER_PROGRAM.test(command)) {
            found = true;
            words.forEach((word) => {
                container.note(word);
            });
            checkOptions(container, commandLineOptions(command));
        }
    });
    return found;
}

/** The options that decide on TLS: what they must be, and which values are. */
const EXPECTED = {
    require_secure_transport: { text: "require_secure_transport = ON", accepts: isOn },
    tls_version: {
        text: "tls_version = TLSv1.3",
        accepts: (value: string) => value.toLowerCase() === "tlsv1.3",
    },
    ssl: { text: "ssl = ON", accepts: isOn },
};

function checkOptions(place: Inspection, options: Options): void {
    for (const [name, value] of options) {
        if (!EXPECTED[name].accepts(value)) {
            place.violation("", mismatch(EXPECTED[name].text, value));
        }
    }
}

/** An option without a value is on; a value that the server does not know is off. */
function isOn(value: string): boolean {
    return ["on", "1", "true", ""].includes(value.toLowerCase());
}
