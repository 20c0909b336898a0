import type { StackName } from "../../architecture/stack-config";

/** Every connection that the platform needs, by hand: what is not here must not pass. */
interface Declared {
    /** Between pods, as `connection` writes them. */
    readonly inside: readonly string[];
    /** To hosts outside the cluster. */
    readonly outside: readonly string[];
}

const INSIDE = [
    "aks-istio-ingress/ingress -> openmrs/openmrs-gateway:8443",
    "observability/blackbox-exporter -> openmrs/openmrs-backend:8080",
    "observability/prometheus -> observability/blackbox-exporter:9115",
    "observability/prometheus -> openmrs/openmrs-frontend:9113",
    "observability/prometheus -> openmrs/openmrs-gateway:9113",
    "openmrs/openmrs-gateway -> openmrs/openmrs-backend:8080",
    "openmrs/openmrs-gateway -> openmrs/openmrs-frontend:8080",
];

export const DECLARED: Readonly<Record<StackName, Declared>> = {
    dev: {
        inside: [
            ...INSIDE,
            "database/mariadb -> database/mariadb:3306",
            "observability/prometheus -> database/mariadb:9104",
            "openmrs/openmrs-backend -> database/mariadb:3306",
        ],
        outside: [],
    },
    prod: {
        inside: INSIDE,
        outside: [
            "database/mysql-accounts -> mysql-aplus-core-prod-frc.mysql.database.azure.com:3306",
            "openmrs/openmrs-backend -> mysql-aplus-core-prod-frc.mysql.database.azure.com:3306",
        ],
    },
};
