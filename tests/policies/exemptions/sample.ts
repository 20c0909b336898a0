import type { Exemption } from "../../../policies/exemptions/fields";

export const TODAY = "2026-11-21";

export const RULES: ReadonlySet<string> = new Set(["storage-account-tls", "key-vault-rbac"]);

export const VAULT = "urn:pulumi:dev::audioprothese-plus::azure-native:keyvault:Vault::vault";

/** An exemption in force on `TODAY`, with some of its fields replaced. */
export function exemption(overrides: Readonly<Record<string, unknown>> = {}): Exemption {
    return {
        id: "EX-2026-001",
        rule: "key-vault-rbac",
        resource: "*azure-native:keyvault:Vault::vault",
        stack: "dev",
        reason: "Migration des accès prévue au premier trimestre",
        compensatingMeasure: "Revue hebdomadaire des accès au coffre",
        owner: "Équipe plateforme",
        approver: "RSSI",
        ticket: "SEC-12",
        granted: "2026-11-01",
        expires: "2026-12-21",
        ...overrides,
    };
}
