import { passwordSecretOf, REPLICA_ACCOUNTS, SERVICE_ACCOUNTS } from "../components/database/accounts";
import { ADMINISTRATOR_SECRET } from "../components/database/mysql-accounts";
import { CERTIFICATE_SECRETS } from "../components/database/places";
import { ENCRYPTION_KEY } from "../components/database/server-config";
import { alertmanagerFiles } from "../components/observability/alerting/secrets";
import { GENERATED_SECRETS, ISSUED_SECRETS } from "../components/openmrs/backend-secrets";
import { dockerHubSecrets } from "../components/registry/image-cache";
import { expected, text } from "./expect";

export const host = text(
    "a host name such as openmrs.example.fr",
    /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
);

export const hostOutside = host.refine(
    (name) => !name.endsWith(".cluster.local"),
    expected("a host outside the cluster"),
);

/** What the vault holds besides: a certificate's key is a secret of its name. */
const taken: readonly string[] = [
    ...dockerHubSecrets,
    ...[...SERVICE_ACCOUNTS, ...REPLICA_ACCOUNTS].map(passwordSecretOf),
    ...Object.values(CERTIFICATE_SECRETS),
    ADMINISTRATOR_SECRET,
    ENCRYPTION_KEY,
    ...Object.values(GENERATED_SECRETS),
    ...Object.values(ISSUED_SECRETS),
    ...Object.values(alertmanagerFiles()),
];

export const certificate = text(
    "the name of a Key Vault certificate: 1 to 127 letters, digits or hyphens",
    /^[A-Za-z0-9-]{1,127}$/,
).refine(
    (name) => !taken.includes(name.toLowerCase()),
    expected("a name that no secret of the platform has"),
);
