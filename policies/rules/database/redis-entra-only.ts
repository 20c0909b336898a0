import type { RedisArgs } from "@pulumi/azure-native/redis/redis";

import { anyCase, exactly, such } from "../../expectation";
import { defineRule } from "../../rule";

const REDIS = "azure-native:redis:Redis";
const ENTERPRISE_DATABASE = "azure-native:redisenterprise:Database";

const on = anyCase("true");
const notOn = such("false", (value) => value !== true && !on.accepts(value));

export const redisEntraOnly = defineRule({
    id: "redis-entra-only",
    title: {
        fr: "Un cache Redis n’admet que des identités Entra, jamais une clé partagée",
        en: "A Redis cache takes Entra identities only, never a shared key",
    },
    why: {
        fr: "Une clé d’accès est commune à tous : elle fuit, ne dit pas qui lit, et donne tous les droits.",
        en: "An access key is common to all: it leaks, does not tell who reads, and grants every right.",
    },
    remediation: {
        fr: "Mettre disableAccessKeyAuthentication à true et redisConfiguration.aadEnabled à « true » ; sur Redis Enterprise, accessKeysAuthentication à « Disabled ».",
        en: 'Set disableAccessKeyAuthentication to true and redisConfiguration.aadEnabled to "true"; on Redis Enterprise, accessKeysAuthentication to "Disabled".',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/azure-cache-for-redis/cache-azure-active-directory-for-authentication",
    appliesTo: [REDIS, ENTERPRISE_DATABASE],
    examples: {
        compliant: [
            {
                type: REDIS,
                properties: {
                    disableAccessKeyAuthentication: true,
                    redisConfiguration: { aadEnabled: "true" },
                } satisfies Partial<RedisArgs>,
            },
        ],
        violation: [
            {
                type: REDIS,
                properties: {
                    redisConfiguration: { aadEnabled: "true" },
                } satisfies Partial<RedisArgs>,
            },
        ],
    },
    check(cache, { type }) {
        if (type === ENTERPRISE_DATABASE) {
            // Not set, databases of an older date take keys.
            cache.expect("accessKeysAuthentication", anyCase("Disabled"));
            return;
        }
        cache.expect("disableAccessKeyAuthentication", exactly(true));
        cache.expect("redisConfiguration.aadEnabled", on);
        cache.expect("redisConfiguration.authnotrequired", notOn);
    },
});
