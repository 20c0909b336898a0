import { containerRegistryTokenExpires } from "../../../policies/rules/registry/container-registry-token-expires";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const token = (...passwords: readonly unknown[]) => ({ credentials: { passwords } });
const EXPIRY = "credentials.passwords[0].expiry : attendu une date d’échéance";

describeRule(containerRegistryTokenExpires, {
    type: "azure-native:containerregistry:Token",
    accepts: {
        "a password that expires": compliant(token({ expiry: "2026-12-31T00:00:00Z" })),
        "certificates alone": compliant({ credentials: { certificates: [{ name: "certificate1" }] } }),
    },
    rejects: {
        "what is no date": violation(token({ expiry: "jamais" }), `${EXPIRY}, obtenu « jamais »`),
        "a number": violation(token({ expiry: 2026 }), `${EXPIRY}, obtenu 2026`),
        "a second password that does not expire": violation(
            token({ expiry: "2026-12-31T00:00:00Z" }, {}),
            "credentials.passwords[1].expiry : attendu une date d’échéance, non défini",
        ),
    },
    unset: {
        "the end, which is then never,": violation(token({ name: "password1" }), `${EXPIRY}, non défini`),
        "the passwords": compliant({}),
    },
    unknown: { "the end": undecided(token({ expiry: UNKNOWN }), "credentials.passwords[0].expiry") },
    otherType: "azure-native:containerregistry:Replication",
});
