import { frontDoorDomainTls } from "../../../policies/rules/network/front-door-domain-tls";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const tls = (minimumTlsVersion: unknown, cipherSuiteSetType?: unknown) => ({
    tlsSettings: { minimumTlsVersion, ...(cipherSuiteSetType !== undefined && { cipherSuiteSetType }) },
});
describeRule(frontDoorDomainTls, {
    type: "azure-native:cdn:AFDCustomDomain",
    accepts: {
        "TLS 1.2": compliant(tls("TLS12")),
        "TLS 1.3": compliant(tls("tls13")),
        ...Object.fromEntries(
            ["TLS12_2022", "TLS12_2023", "Customized"].map((set) => [
                `the ciphers ${set}`,
                compliant(tls("TLS12", set)),
            ]),
        ),
    },
    rejects: {
        "TLS 1.0": violation(
            tls("TLS10"),
            "tlsSettings.minimumTlsVersion : attendu « TLS12 » ou « TLS13 », obtenu « TLS10 »",
        ),
        "the ciphers of TLS 1.0": violation(
            tls("TLS12", "TLS10_2019"),
            "tlsSettings.cipherSuiteSetType : attendu « TLS12_2022 » ou « TLS12_2023 » ou « Customized », obtenu « TLS10_2019 »",
        ),
    },
    unset: {
        "the version": violation(
            {},
            "tlsSettings.minimumTlsVersion : attendu « TLS12 » ou « TLS13 », non défini",
        ),
    },
    unknown: {
        "the version": undecided(tls(UNKNOWN), "tlsSettings.minimumTlsVersion"),
        "the ciphers": undecided(tls("TLS12", UNKNOWN), "tlsSettings.cipherSuiteSetType"),
    },
    otherType: "azure-native:cdn:Profile",
});
