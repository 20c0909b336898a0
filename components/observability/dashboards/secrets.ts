import type * as pulumi from "@pulumi/pulumi";
import { keepPassword, type Keeping } from "../../key-vault/credentials";

/** Where Grafana finds the objects of the Key Vault. */
export const SECRETS = "/run/secrets/vault";

/** Certificate and key, which the vault hands out as one file. */
export const CERTIFICATE_FILE = "grafana.pem";

/** Name in the Key Vault of the key that signs and encrypts what Grafana keeps, and of its file. */
export const GRAFANA_SECRET_KEY = "grafana-secret-key";

/** Name in the Key Vault of each file that Grafana reads. */
export const grafanaFiles = (tlsCertificate: string): Readonly<Record<string, string>> => ({
    [CERTIFICATE_FILE]: tlsCertificate,
    [GRAFANA_SECRET_KEY]: GRAFANA_SECRET_KEY,
});

/** Generates the key into the Key Vault. What an earlier one encrypted goes with the pod that had it. */
export const keepGrafanaKey = (keeping: Keeping, parent: pulumi.Resource): pulumi.Resource =>
    keepPassword(GRAFANA_SECRET_KEY, keeping, parent).kept;
