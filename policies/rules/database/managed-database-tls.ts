import { anyCase, type Expectation, exactly, such } from "../../expectation";
import { defineRule } from "../../rule";

const SQL = "azure-native:sql:Server";

/** Server parameters that decide the encryption of connections, and what each must be. */
const parameters: Readonly<Record<string, Readonly<Record<string, Expectation>>>> = {
    "azure-native:dbformysql:Configuration": {
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
    appliesTo: [...Object.keys(parameters), SQL],
    check(configuration, { type }) {
        if (type === SQL) {
            configuration.expect("minimalTlsVersion", anyCase("1.2", "1.3"));
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
