import { z } from "zod";
import { compute, storageGiB } from "./compute";
import { expected, fault, integer, object, text } from "./expect";
import { certificate, host, hostOutside } from "./names";

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
    host: hostOutside,
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
