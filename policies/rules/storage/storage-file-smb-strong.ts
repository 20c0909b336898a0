import type { FileServicePropertiesArgs } from "@pulumi/azure-native/storage/fileServiceProperties";

import { type Expectation, show, such } from "../../expectation";
import { defineRule } from "../../rule";

const STRONG: Readonly<Record<string, readonly string[]>> = {
    versions: ["SMB3.1.1"],
    authenticationMethods: ["Kerberos"],
    kerberosTicketEncryption: ["AES-256"],
    channelEncryption: ["AES-128-GCM", "AES-256-GCM"],
};

export const storageFileSmbStrong = defineRule({
    id: "storage-file-smb-strong",
    title: {
        fr: "Les partages de fichiers n’acceptent que SMB 3.1.1, chiffré et par Kerberos",
        en: "File shares accept SMB 3.1.1 only, encrypted and by Kerberos",
    },
    why: {
        fr: "SMB 2.1 ne chiffre rien, NTLM se rejoue et RC4 se casse.",
        en: "SMB 2.1 encrypts nothing, NTLM can be replayed and RC4 can be broken.",
    },
    remediation: {
        fr: "Dans protocolSettings.smb, mettre versions à « SMB3.1.1 », authenticationMethods à « Kerberos », kerberosTicketEncryption à « AES-256 » et channelEncryption à « AES-256-GCM ».",
        en: 'In protocolSettings.smb, set versions to "SMB3.1.1", authenticationMethods to "Kerberos", kerberosTicketEncryption to "AES-256" and channelEncryption to "AES-256-GCM".',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/storage/files/files-smb-protocol",
    appliesTo: ["azure-native:storage:FileServiceProperties"],
    examples: {
        compliant: [
            {
                type: "azure-native:storage:FileServiceProperties",
                properties: {
                    protocolSettings: {
                        smb: {
                            versions: "SMB3.1.1",
                            authenticationMethods: "Kerberos",
                            kerberosTicketEncryption: "AES-256",
                            channelEncryption: "AES-256-GCM",
                        },
                    },
                } satisfies Partial<FileServicePropertiesArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:storage:FileServiceProperties",
                properties: {
                    protocolSettings: { smb: { versions: "SMB2.1;SMB3.0;SMB3.1.1" } },
                } satisfies Partial<FileServicePropertiesArgs>,
            },
        ],
    },
    check(service) {
        // Not set means all that the service supports, the weak ones included.
        for (const [property, strong] of Object.entries(STRONG)) {
            service.expect(["protocolSettings", "smb", property], onlyOf(strong));
        }
    },
});

/** Lists are texts: "SMB3.0;SMB3.1.1". */
function onlyOf(strong: readonly string[]): Expectation {
    const accepted = strong.map((name) => name.toLowerCase());
    return such(`${strong.map(show).join(" et ")} seulement`, (value) => {
        const names = String(value)
            .toLowerCase()
            .split(";")
            .map((name) => name.trim())
            .filter((name) => name !== "");
        return names.length > 0 && names.every((name) => accepted.includes(name));
    });
}
