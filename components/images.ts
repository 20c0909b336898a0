/**
 * Where each image comes from. The private registry fetches it from there at its first pull and keeps it, in a
 * repository of the same name.
 */
const IMAGES = {
    mariadb: { upstream: "docker.io", repository: "library/mariadb", tag: "11.8.8" },
    mysqldExporter: { upstream: "quay.io", repository: "prometheus/mysqld-exporter", tag: "v0.19.0" },
    nginxExporter: { upstream: "quay.io", repository: "nginx/nginx-prometheus-exporter", tag: "1.5.1" },
    openmrsBackend: {
        upstream: "docker.io",
        repository: "openmrs/openmrs-reference-application-3-backend",
        // "no-demo": without the demonstration patients.
        tag: "3.7.0-no-demo",
    },
    openmrsBackendDemo: {
        upstream: "docker.io",
        repository: "openmrs/openmrs-reference-application-3-backend",
        tag: "3.7.0",
    },
    openmrsFrontend: {
        upstream: "docker.io",
        repository: "openmrs/openmrs-reference-application-3-frontend",
        tag: "3.7.0",
    },
    openmrsGateway: {
        upstream: "docker.io",
        repository: "openmrs/openmrs-reference-application-3-gateway",
        tag: "3.7.0",
    },
    prometheus: { upstream: "quay.io", repository: "prometheus/prometheus", tag: "v3.13.2" },
    blackboxExporter: { upstream: "quay.io", repository: "prometheus/blackbox-exporter", tag: "v0.28.0" },
    alertmanager: { upstream: "quay.io", repository: "prometheus/alertmanager", tag: "v0.33.1" },
    kubeStateMetrics: {
        upstream: "registry.k8s.io",
        repository: "kube-state-metrics/kube-state-metrics",
        tag: "v2.19.1",
    },
    nodeExporter: { upstream: "quay.io", repository: "prometheus/node-exporter", tag: "v1.12.1" },
    loki: { upstream: "docker.io", repository: "grafana/loki", tag: "3.7.8" },
    tempo: { upstream: "docker.io", repository: "grafana/tempo", tag: "2.10.8" },
    alloy: { upstream: "docker.io", repository: "grafana/alloy", tag: "v1.18.1" },
    grafana: { upstream: "docker.io", repository: "grafana/grafana", tag: "13.1.3" },
    otelCollector: {
        upstream: "ghcr.io",
        repository: "open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib",
        tag: "0.158.0",
    },
    otelJavaAgent: {
        upstream: "ghcr.io",
        repository: "open-telemetry/opentelemetry-operator/autoinstrumentation-java",
        tag: "2.32.0-1",
    },
} as const satisfies Record<string, Source & { readonly tag: string }>;

/** A repository of a public registry. */
export interface Source {
    /**
     * Host of the public registry. Docker Hub limits those who do not sign in; everything that another registry has is
     * taken from there.
     */
    readonly upstream: "docker.io" | "ghcr.io" | "quay.io" | "registry.k8s.io";

    readonly repository: string;
}

export type ImageName = keyof typeof IMAGES;

export const imageNames = Object.keys(IMAGES) as ImageName[];

/** The repositories that the images come from, each once. */
export const imageSources: readonly Source[] = [
    ...new Map<string, Source>(Object.values(IMAGES).map((image) => [image.repository, image])).values(),
];

/** The image references that workloads use, `<login server>/<repository>:<tag>@<digest>`. */
export type Images = Readonly<Record<ImageName, string>>;

/** Where the private registry keeps an image, `<login server>/<repository>`. */
export const repositoryOf = (loginServer: string, image: ImageName) =>
    `${loginServer}/${IMAGES[image].repository}`;

/**
 * References to the images in the private registry. The digest decides what runs; the tag tells people what it is.
 *
 * @param digests `sha256:...` of each image, which was scanned before it was written down.
 */
export function imagesOf(loginServer: string, digests: Readonly<Record<ImageName, string>>): Images {
    return Object.fromEntries(
        imageNames.map((name) => [
            name,
            `${repositoryOf(loginServer, name)}:${IMAGES[name].tag}@${digests[name]}`,
        ]),
    ) as Record<ImageName, string>;
}
