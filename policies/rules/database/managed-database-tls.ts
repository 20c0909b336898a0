import type { ConfigurationArgs } from "@pulumi/azure-native/dbformysql/configuration";

import { anyCase, type Expectation, exactly, such } from "../../expectation";
import { defineRule } from "../../rule";

const MYSQL_PARAMETER = "azure-native:dbformysql:Configuration";

const tls12 = anyCase("Tls12");

/** The property of an account or a server that holds its oldest TLS version, and what it must be. */
const versions: Readonly<Record<string, Expectation>> = {
    // Not set means TLS 1.2.
    "azure-native:cosmosdb:DatabaseAccount": such(
        tls12.text,
        (value) => value === undefined || tls12.accepts(value),
    ),
    "azure-native:sql:ManagedInstance": anyCase("1.2", "1.3"),
    "azure-native:sql:Server": anyCase("1.2", "1.3"),
};

/** Server parameters that decide the encryption of connections, and what each must be. */
const parameters: Readonly<Record<string, Readonly<Record<string, Expectation>>>> = {
    [MYSQL_PARAMETER]: {
        require_secure_transport: anyCase("ON"),
        tls_version: exactly("TLSv1.3"),
    },
    "azure-native:dbforpostgresql:Configuration": {
        require_secure_transport: anyCase("on"),
        ssl_min_protocol_version: exactly("TLSv1.3"),
    },
};

export const managedDatabaseTls = defineRule({
    id: "managed-database-tls",
    title: {
        fr: "Aucun réglage déclaré n’affaiblit le TLS des bases de données managées",
        en: "No declared setting weakens the TLS of managed databases",
    },
    why: {
        fr: "Une connexion en clair ou en TLS ancien laisse lire les dossiers des patients sur le réseau.",
        en: "A connection in clear or over an old TLS lets patient records be read on the network.",
    },
    remediation: {
        fr: "Mettre require_secure_transport à « ON » et la version de TLS à « TLSv1.3 » ; sur SQL Server, minimalTlsVersion à « 1.2 » ou « 1.3 ».",
        en: 'Set require_secure_transport to "ON" and the TLS version to "TLSv1.3"; on SQL Server, minimalTlsVersion to "1.2" or "1.3".',
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/mysql/flexible-server/how-to-connect-tls-ssl",
    appliesTo: [...Object.keys(parameters), ...Object.keys(versions)],
    examples: {
        compliant: [
            {
                type: MYSQL_PARAMETER,
                properties: {
                    configurationName: "tls_version",
                    value: "TLSv1.3",
                } satisfies Partial<ConfigurationArgs>,
            },
        ],
        violation: [
            {
                type: MYSQL_PARAMETER,
                properties: {
                    configurationName: "require_secure_transport",
                    value: "OFF",
                } satisfies Partial<ConfigurationArgs>,
            },
        ],
    },
    remedies: (type) => (type in versions ? [{ path: "minimalTlsVersion", value: lowest(type) }] : []),
    check(configuration, { type }) {
        const version = versions[type];
        if (version !== undefined) {
            configuration.expect("minimalTlsVersion", version);
            return;
        }
        configuration.given("configurationName", (name) => {
            const expectation = parameters[type]?.[String(name).toLowerCase()];
            if (expectation === undefined) {
                configuration.dismiss();
                return;
            }
            const parameter = String(name);
            configuration.expect(
                "value",
                such(`${expectation.text} pour ${parameter}`, (value) => expectation.accepts(value)),
            );
        });
    },
});

/** The lowest TLS version that is accepted, as a type spells it. */
function lowest(type: string): string {
    return type.startsWith("azure-native:cosmosdb:") ? "Tls12" : "1.2";
}
