import { aksImageCleaner } from "../../../policies/rules/aks/aks-image-cleaner";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const cluster = (imageCleaner: unknown) => ({ securityProfile: { imageCleaner } });

describeRule(aksImageCleaner, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: {
        "a weekly cleaning": compliant(cluster({ enabled: true, intervalHours: 168 })),
        "a monthly cleaning that users allow": {
            ...compliant(cluster({ enabled: true, intervalHours: 720 })),
            config: { maxHours: 720 },
        },
    },
    rejects: {
        "a cleaner that is off": violation(
            cluster({ enabled: false, intervalHours: 48 }),
            "securityProfile.imageCleaner.enabled : attendu true, obtenu false",
        ),
        "more than a week between two cleanings": violation(
            cluster({ enabled: true, intervalHours: 169 }),
            "securityProfile.imageCleaner.intervalHours : attendu un nombre de 1 à 168, obtenu 169",
        ),
        "no interval": violation(
            cluster({ enabled: true, intervalHours: 0 }),
            "securityProfile.imageCleaner.intervalHours : attendu un nombre de 1 à 168, obtenu 0",
        ),
    },
    unset: {
        "the interval, which is then a week,": compliant(cluster({ enabled: true })),
        "the interval, longer than users allow,": {
            ...violation(
                cluster({ enabled: true }),
                "securityProfile.imageCleaner.intervalHours : attendu un nombre de 1 à 100, obtenu 168",
            ),
            config: { maxHours: 100 },
        },
        "the cleaner": violation({}, "securityProfile.imageCleaner.enabled : attendu true, non défini"),
    },
    unknown: {
        "the interval": undecided(
            cluster({ enabled: true, intervalHours: UNKNOWN }),
            "securityProfile.imageCleaner.intervalHours",
        ),
        "the cleaner": undecided(
            cluster({ enabled: UNKNOWN, intervalHours: 24 }),
            "securityProfile.imageCleaner.enabled",
        ),
    },
    otherType: "azure-native:containerservice:AgentPool",
});
