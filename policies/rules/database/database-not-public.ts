import { anyCase } from "../../expectation";
import { defineRule } from "../../rule";

const SQL = "azure-native:sql:Server";

export const databaseNotPublic = defineRule({
    id: "database-not-public",
    title: {
        fr: "Aucun serveur de base de données n’est joignable depuis Internet",
        en: "No database server can be reached from the Internet",
    },
    why: {
        fr: "Les dossiers des patients seraient à une erreur de configuration ou à un mot de passe d’Internet.",
        en: "Patient records would be one misconfiguration or one password away from the Internet.",
    },
    remediation: {
        fr: "Mettre publicNetworkAccess à « Disabled » ou placer le serveur dans un sous-réseau délégué.",
        en: 'Set publicNetworkAccess to "Disabled" or put the server in a delegated subnet.',
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-networking-private-link",
    appliesTo: ["azure-native:dbformysql:Server", "azure-native:dbforpostgresql:Server", SQL],
    check(server, { type }) {
        if (type === SQL) {
            server.expect("publicNetworkAccess", anyCase("Disabled"));
            return;
        }
        // A server in a delegated subnet has no public end, and Azure then reads an absent setting as "Disabled".
        const delegated = server.some(
            server.readings("network.delegatedSubnetResourceId"),
            (id) => typeof id === "string" && id !== "",
        );
        if (delegated !== "no" && server.read("network.publicNetworkAccess").state === "unset") {
            return;
        }
        server.expect("network.publicNetworkAccess", anyCase("Disabled"));
    },
});
