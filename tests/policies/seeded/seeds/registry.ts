import { added, omit, type Seeds, set } from "../seed";
import { azure, REGISTRY } from "../targets";

export const registry: Seeds = {
    "container-registry-arm-tokens-refused": set(
        REGISTRY,
        "policies.azureADAuthenticationAsArmPolicy.status",
        "enabled",
    ),
    "container-registry-cache-source-known": set(
        azure("containerregistry:CacheRule", "registry-cache-library-mariadb"),
        "sourceRepository",
        "registry.example/library/mariadb",
    ),
    "container-registry-customer-key": omit(REGISTRY, "encryption"),
    "container-registry-images-controlled": set(REGISTRY, "policies.exportPolicy.status", "enabled"),
    "container-registry-private": set(REGISTRY, "adminUserEnabled", true),
    "container-registry-scope-map-narrow": added,
    "container-registry-token-expires": added,
    "container-registry-untagged-purged": set(REGISTRY, "policies.retentionPolicy.status", "disabled"),
    "container-registry-webhook-https": added,
    "container-registry-zone-redundant": set(REGISTRY, "zoneRedundancy", "Disabled"),
};
