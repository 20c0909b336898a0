/** Where each image comes from; the delivery pipeline copies it to the same repository of the private registry. */
const IMAGES = {
    mariadb: { repository: "mariadb", tag: "11.8.8" },
    mysqldExporter: { repository: "prometheus/mysqld-exporter", tag: "v0.19.0" },
    nginxExporter: { repository: "nginx/nginx-prometheus-exporter", tag: "1.5.1" },
    // "no-demo": without the demonstration patients.
    openmrsBackend: { repository: "openmrs/openmrs-reference-application-3-backend", tag: "3.7.0-no-demo" },
    openmrsFrontend: { repository: "openmrs/openmrs-reference-application-3-frontend", tag: "3.7.0" },
    openmrsGateway: { repository: "openmrs/openmrs-reference-application-3-gateway", tag: "3.7.0" },
    prometheus: { repository: "prometheus/prometheus", tag: "v3.13.2" },
    blackboxExporter: { repository: "prometheus/blackbox-exporter", tag: "v0.28.0" },
} as const;

export type ImageName = keyof typeof IMAGES;

export const imageNames = Object.keys(IMAGES) as ImageName[];

/** The image references that workloads use, `<login server>/<repository>:<tag>@<digest>`. */
export type Images = Readonly<Record<ImageName, string>>;

/**
 * References to the images in the private registry. The digest decides what runs; the tag tells people what it is.
 *
 * @param digests `sha256:...` of each image.
 */
export function imagesOf(loginServer: string, digests: Readonly<Record<ImageName, string>>): Images {
    return Object.fromEntries(
        imageNames.map((name) => {
            const { repository, tag } = IMAGES[name];
            return [name, `${loginServer}/${repository}:${tag}@${digests[name]}`];
        }),
    ) as Record<ImageName, string>;
}
