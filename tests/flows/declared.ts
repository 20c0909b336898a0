import type { StackName } from "../../architecture/stack-config";

/** Every connection that the platform needs, by hand: what is not here must not pass. */
interface Declared {
    /** Between pods, as `connection` writes them. */
    readonly inside: readonly string[];
    /** To hosts outside the cluster. */
    readonly outside: readonly string[];
    /** To the API server and the kubelets. */
    readonly parts: readonly string[];
}

const INSIDE = [
    "aks-istio-ingress/ingress -> observability/grafana:3000",
    "aks-istio-ingress/ingress -> openmrs/openmrs-gateway:8443",
    "observability/alertmanager -> observability/alertmanager:9094",
    "observability/blackbox-exporter -> observability/grafana:3000",
    "observability/blackbox-exporter -> observability/log-collector:4318",
    "observability/blackbox-exporter -> openmrs/openmrs-backend:8080",
    "observability/blackbox-exporter -> openmrs/openmrs-frontend:8080",
    "observability/blackbox-exporter -> openmrs/openmrs-gateway:8443",
    "observability/grafana -> observability/alertmanager:9093",
    "observability/grafana -> observability/loki:3100",
    "observability/grafana -> observability/prometheus:9090",
    "observability/grafana -> observability/tempo:3200",
    "observability/log-agent -> observability/log-collector:4318",
    "observability/log-collector -> observability/loki:3100",
    "observability/loki -> observability/loki:3100",
    "observability/loki -> observability/loki:7946",
    "observability/loki -> observability/loki:9095",
    "observability/prometheus -> node-exporter/node-exporter:9100",
    "observability/prometheus -> observability/alertmanager:9093",
    "observability/prometheus -> observability/blackbox-exporter:9115",
    "observability/prometheus -> observability/grafana:3000",
    "observability/prometheus -> observability/kube-state-metrics:8080",
    "observability/prometheus -> observability/kube-state-metrics:8081",
    "observability/prometheus -> observability/log-agent:12345",
    "observability/prometheus -> observability/log-collector:8888",
    "observability/prometheus -> observability/log-collector:8889",
    "observability/prometheus -> observability/loki:3100",
    "observability/prometheus -> observability/prometheus:9090",
    "observability/prometheus -> observability/tempo:3200",
    "observability/prometheus -> observability/trace-collector:8888",
    "observability/prometheus -> observability/trace-collector:8889",
    "observability/prometheus -> openmrs/openmrs-backend:9464",
    "observability/prometheus -> openmrs/openmrs-frontend:9113",
    "observability/prometheus -> openmrs/openmrs-gateway:9113",
    "observability/trace-collector -> observability/tempo:4318",
    "openmrs/openmrs-backend -> observability/log-collector:4318",
    "openmrs/openmrs-backend -> observability/trace-collector:4318",
    "openmrs/openmrs-gateway -> openmrs/openmrs-backend:8080",
    "openmrs/openmrs-gateway -> openmrs/openmrs-frontend:8080",
];

const ENTRA = "login.microsoftonline.com:443";

/** What the observability of a stack sends out, `environment` being part of the names of its storage accounts. */
const sent = (environment: string) => [
    "observability/alertmanager -> events.eu.pagerduty.com:443",
    "observability/alertmanager -> slack.com:443",
    "observability/alertmanager -> veille.audioprothese-plus.example:443",
    `observability/grafana -> ${ENTRA}`,
    `observability/log-collector -> ${ENTRA}`,
    `observability/log-collector -> staplusaudit${environment}frc.blob.core.windows.net:443`,
    `observability/loki -> ${ENTRA}`,
    `observability/loki -> staplustelem${environment}frc.blob.core.windows.net:443`,
    `observability/tempo -> ${ENTRA}`,
    `observability/tempo -> staplustelem${environment}frc.blob.core.windows.net:443`,
];

const PARTS = [
    "observability/kube-state-metrics -> kube-apiserver:443",
    "observability/log-agent -> kube-apiserver:443",
    "observability/prometheus -> kube-apiserver:443",
    "observability/prometheus -> kubelets:10250",
];

export const DECLARED: Readonly<Record<StackName, Declared>> = {
    dev: {
        inside: [
            ...INSIDE,
            "database/mariadb -> database/mariadb:3306",
            "observability/prometheus -> database/mariadb:9104",
            "openmrs/openmrs-backend -> database/mariadb:3306",
        ],
        outside: sent("dev"),
        parts: PARTS,
    },
    prod: {
        inside: [...INSIDE, "observability/prometheus -> database/mysqld-exporter:9104"],
        outside: [
            ...sent("prod"),
            "database/mysql-accounts -> mysql-aplus-core-prod-frc.mysql.database.azure.com:3306",
            "database/mysqld-exporter -> mysql-aplus-core-prod-frc.mysql.database.azure.com:3306",
            "openmrs/openmrs-backend -> mysql-aplus-core-prod-frc.mysql.database.azure.com:3306",
        ],
        parts: PARTS,
    },
};
