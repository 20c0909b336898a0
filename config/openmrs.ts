import { z } from "zod";
import { passwordSecretOf, REPLICA_ACCOUNTS, SERVICE_ACCOUNTS } from "../components/database/accounts";
import { CERTIFICATE_SECRETS } from "../components/database/certificates";
import { ADMINISTRATOR_SECRET } from "../components/database/mysql-accounts";
import { ENCRYPTION_KEY } from "../components/database/server-config";
import { GENERATED_SECRETS, ISSUED_SECRETS } from "../components/openmrs/backend-secrets";
import { dockerHubSecrets } from "../components/registry/image-cache";
import { compute, storageGiB } from "./compute";
import { expected, fault, integer, object, text } from "./expect";

const host = text(
    "a host name such as openmrs.example.fr",
    /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
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
];

const certificate = text(
    "the name of a Key Vault certificate: 1 to 127 letters, digits or hyphens",
    /^[A-Za-z0-9-]{1,127}$/,
).refine(
    (name) => !taken.includes(name.toLowerCase()),
    expected("a name that no secret of the platform has"),
);

/** Replicas that follow the load; the same number twice for as many always. */
const scaling = (least: number) =>
    object({
        min: integer(least, 20, "replicas"),
        max: integer(least, 20, "replicas"),
    }).superRefine(({ min, max }, context) => {
        if (max < min) {
            fault(context, "max", `at least min (${min.toString()})`, max);
        } else if (max > min && min < 2 && least < 2) {
            fault(context, "min", "at least 2 where the autoscaler may add more", min);
        }
    });

const portText = expected("a port from 1 to 65535");
const port = z.int(portText).min(1, portText).max(65_535, portText);

/** A service outside the cluster, reached over TLS. */
const outside = {
    host: host.refine((name) => !name.endsWith(".cluster.local"), expected("a host outside the cluster")),
    port,
};

/**
 * What several servers of OpenMRS share: without any of it, a second one would work on a cache, an index and files of
 * its own, and corrupt the record.
 */
const clustering = object({
    replicas: scaling(2),
    /** Elasticsearch, by HTTPS. */
    search: object(outside),
    /** An S3 service, by HTTPS. */
    objectStorage: object({
        ...outside,
        bucket: text(
            "a bucket name: 3 to 63 lower-case letters, digits or hyphens",
            /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
        ),
        region: text("the region's name in the S3 service such as fr-par", /^[a-z0-9-]{2,32}$/),
    }),
});

export const openmrsSchema = object({
    host,
    adminHost: host,
    tlsCertificate: certificate,
    adminTlsCertificate: certificate,
    demoData: z.boolean(expected("true or false")),
    storageGiB,
    ...compute({ cpu: "500m", memory: "2Gi" }),
    webReplicas: scaling(1),
    clustering: z.optional(clustering),
});
