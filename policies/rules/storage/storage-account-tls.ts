import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount";

import { exactly, trueOrUnset } from "../../expectation";
import { defineRule } from "../../rule";

export const storageAccountTls = defineRule({
    id: "storage-account-tls",
    title: {
        fr: "Le compte de stockage exige HTTPS et TLS 1.2 au minimum",
        en: "The storage account requires HTTPS and at least TLS 1.2",
    },
    why: {
        fr: "TLS 1.0 et 1.1 sont cassables. Azure Storage ne sait pas exiger TLS 1.3 : 1.2 est le minimum le plus haut possible.",
        en: "TLS 1.0 and 1.1 can be broken. Azure Storage cannot require TLS 1.3: 1.2 is the highest minimum it takes.",
    },
    remediation: {
        fr: "Mettre minimumTlsVersion à « TLS1_2 » et garder enableHttpsTrafficOnly à true.",
        en: 'Set minimumTlsVersion to "TLS1_2" and keep enableHttpsTrafficOnly true.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/storage/common/transport-layer-security-configure-minimum-version",
    appliesTo: ["azure-native:storage:StorageAccount"],
    examples: {
        compliant: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: { minimumTlsVersion: "TLS1_2" } satisfies Partial<StorageAccountArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: { minimumTlsVersion: "TLS1_1" } satisfies Partial<StorageAccountArgs>,
            },
        ],
    },
    remedies: () => [
        { path: "minimumTlsVersion", value: "TLS1_2" },
        { path: "enableHttpsTrafficOnly", value: true },
    ],
    check(account) {
        // Not set means TLS 1.0; "TLS1_3" is in the enumeration, but the service refuses it.
        account.expect("minimumTlsVersion", exactly("TLS1_2"));
        account.expect("enableHttpsTrafficOnly", trueOrUnset);
    },
});
