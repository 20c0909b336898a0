import type { RedisArgs } from "@pulumi/azure-native/redis/redis";

import { anyCase, exactly, falseOrUnset, such } from "../../expectation";
import { defineRule } from "../../rule";

const REDIS = "azure-native:redis:Redis";
const ENTERPRISE = "azure-native:redisenterprise:RedisEnterprise";
const ENTERPRISE_DATABASE = "azure-native:redisenterprise:Database";

const encrypted = anyCase("Encrypted");

export const redisEncryptedConnections = defineRule({
    id: "redis-encrypted-connections",
    title: {
        fr: "Un cache Redis n’accepte que des connexions en TLS 1.2 au minimum",
        en: "A Redis cache takes connections over at least TLS 1.2 only",
    },
    why: {
        fr: "Le port 6379 est en clair : données et mots de passe s’y lisent sur le réseau.",
        en: "Port 6379 is in clear: data and passwords can be read on the network.",
    },
    remediation: {
        fr: "Mettre enableNonSslPort à false et minimumTlsVersion à « 1.2 » ; sur Redis Enterprise, clientProtocol à « Encrypted ».",
        en: 'Set enableNonSslPort to false and minimumTlsVersion to "1.2"; on Redis Enterprise, clientProtocol to "Encrypted".',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/azure-cache-for-redis/cache-remove-tls-10-11",
    appliesTo: [REDIS, ENTERPRISE, ENTERPRISE_DATABASE],
    examples: {
        compliant: [
            {
                type: REDIS,
                properties: {
                    enableNonSslPort: false,
                    minimumTlsVersion: "1.2",
                } satisfies Partial<RedisArgs>,
            },
        ],
        violation: [
            {
                type: REDIS,
                properties: {
                    enableNonSslPort: true,
                    minimumTlsVersion: "1.2",
                } satisfies Partial<RedisArgs>,
            },
        ],
    },
    remedies: (type) => {
        switch (type) {
            case REDIS:
                return [
                    { path: "enableNonSslPort", value: false },
                    { path: "minimumTlsVersion", value: "1.2" },
                ];
            case ENTERPRISE:
                return [{ path: "minimumTlsVersion", value: "1.2" }];
            default:
                return [];
        }
    },
    check(cache, { type }) {
        if (type === ENTERPRISE_DATABASE) {
            // Not set means encrypted.
            cache.expect(
                "clientProtocol",
                such(encrypted.text, (value) => value === undefined || encrypted.accepts(value)),
            );
            return;
        }
        // Not set, caches of an older date still take TLS 1.0.
        cache.expect("minimumTlsVersion", exactly("1.2"));
        if (type === REDIS) {
            cache.expect("enableNonSslPort", falseOrUnset);
        }
    },
});
