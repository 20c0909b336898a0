import { storageFileSmbStrong } from "../../../policies/rules/storage/storage-file-smb-strong";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const strong = {
    versions: "SMB3.1.1",
    authenticationMethods: "Kerberos",
    kerberosTicketEncryption: "AES-256",
    channelEncryption: "AES-256-GCM",
};
const smb = (changes: object) => ({ protocolSettings: { smb: { ...strong, ...changes } } });
const PATH = "protocolSettings.smb";
describeRule(storageFileSmbStrong, {
    type: "azure-native:storage:FileServiceProperties",
    accepts: {
        "strong settings": compliant(smb({})),
        "either cipher, in any case,": compliant(smb({ channelEncryption: "aes-128-gcm; AES-256-GCM;" })),
    },
    rejects: {
        "an old version besides": violation(
            smb({ versions: "SMB3.0;SMB3.1.1" }),
            `${PATH}.versions : attendu « SMB3.1.1 » seulement, obtenu « SMB3.0;SMB3.1.1 »`,
        ),
        NTLM: violation(
            smb({ authenticationMethods: "NTLMv2;Kerberos" }),
            `${PATH}.authenticationMethods : attendu « Kerberos » seulement, obtenu « NTLMv2;Kerberos »`,
        ),
        "RC4 tickets": violation(
            smb({ kerberosTicketEncryption: "RC4-HMAC" }),
            `${PATH}.kerberosTicketEncryption : attendu « AES-256 » seulement, obtenu « RC4-HMAC »`,
        ),
        "a cipher without integrity of its own": violation(
            smb({ channelEncryption: "AES-128-CCM" }),
            `${PATH}.channelEncryption : attendu « AES-128-GCM » et « AES-256-GCM » seulement, obtenu « AES-128-CCM »`,
        ),
        "an empty list": violation(
            smb({ versions: ";" }),
            `${PATH}.versions : attendu « SMB3.1.1 » seulement, obtenu « ; »`,
        ),
    },
    unset: {
        "all settings": violation(
            {},
            `${PATH}.versions : attendu « SMB3.1.1 » seulement, non défini`,
            `${PATH}.authenticationMethods : attendu « Kerberos » seulement, non défini`,
            `${PATH}.kerberosTicketEncryption : attendu « AES-256 » seulement, non défini`,
            `${PATH}.channelEncryption : attendu « AES-128-GCM » et « AES-256-GCM » seulement, non défini`,
        ),
    },
    unknown: { "the versions": undecided(smb({ versions: UNKNOWN }), `${PATH}.versions`) },
    otherType: "azure-native:storage:BlobServiceProperties",
});
