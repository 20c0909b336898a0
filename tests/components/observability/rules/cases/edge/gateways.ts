import type { Series } from "../../promtool";
import { type AlertCase, always, changing, ksm, target } from "../case";
import { beside } from "../beside";

const INSTANCE = { instance: "10.0.2.3:9113" };

const nginx = (job: string) => target({ job, ...INSTANCE, namespace: "openmrs", workload: job });
const gateway = nginx("openmrs-gateway");
const frontend = nginx("openmrs-frontend");
const other = nginx("autre");

const UP = "nginx_up";
const ACTIVE = "nginx_connections_active";

/** Connections that are accepted, one a second, and how many of them in a minute are dropped. */
const dropping = (of: typeof gateway, perMinute: number): Series => ({
    ...of("nginx_connections_accepted", {}, changing(1000, 60)),
    ...of("nginx_connections_handled", {}, changing(1000, 60 - perMinute)),
});

const AVAILABLE = "kube_deployment_status_replicas_available";
const INGRESS = { job: "kube-state-metrics", namespace: "aks-istio-ingress" };
const ISTIOD = { job: "kube-state-metrics", namespace: "aks-istio-system", deployment: "istiod-asm-1-30" };

/** Pods of the mesh's entry: those of two revisions, while one takes over. */
const ingress = (old: number, next: number): Series => ({
    ...ksm(AVAILABLE, { ...INGRESS, deployment: "aks-istio-ingressgateway-internal-asm-1-29" }, always(old)),
    ...ksm(AVAILABLE, { ...INGRESS, deployment: "aks-istio-ingressgateway-internal-asm-1-30" }, always(next)),
});

export const gatewayCases: readonly AlertCase[] = [
    {
        alert: "GatewayDown",
        fires: [
            {
                series: { ...gateway(UP, {}, always(0)), ...frontend(UP, {}, always(1)) },
                labels: {},
            },
            { series: frontend(UP, {}, always(1)), labels: {} },
        ],
        silent: [{ series: gateway(UP, {}, always(1)) }],
    },
    {
        alert: "NginxDown",
        fires: [
            { series: gateway(UP, {}, always(0)), labels: { job: "openmrs-gateway", ...INSTANCE } },
            { series: frontend(UP, {}, always(0)), labels: { job: "openmrs-frontend", ...INSTANCE } },
        ],
        silent: [{ series: { ...gateway(UP, {}, always(1)), ...other(UP, {}, always(0)) } }],
    },
    {
        alert: "NginxConnectionsDropped",
        fires: [
            { series: dropping(gateway, 0.65), from: "9m", labels: { job: "openmrs-gateway", ...INSTANCE } },
            {
                series: dropping(frontend, 0.65),
                from: "9m",
                labels: { job: "openmrs-frontend", ...INSTANCE },
            },
        ],
        silent: [{ series: { ...dropping(gateway, 0.55), ...dropping(other, 30) } }],
    },
    {
        alert: "GatewayConnectionsHigh",
        fires: [{ series: gateway(ACTIVE, {}, always(420)), labels: INSTANCE }],
        silent: [{ series: { ...gateway(ACTIVE, {}, always(400)), ...frontend(ACTIVE, {}, always(900)) } }],
    },
    {
        alert: "MeshEntryDown",
        fires: [{ series: ingress(0, 0), labels: { namespace: INGRESS.namespace } }],
        silent: [{ series: { ...ingress(0, 1), ...beside(AVAILABLE, INGRESS, always(0)) } }],
    },
    {
        alert: "MeshEntryAlone",
        fires: [{ series: ingress(0, 1), labels: { namespace: INGRESS.namespace } }],
        silent: [
            { series: { ...ingress(1, 1), ...beside(AVAILABLE, INGRESS, always(1)) } },
            { series: ingress(0, 0) },
        ],
    },
    {
        alert: "MeshControlPlaneDown",
        fires: [
            {
                series: {
                    ...ksm(AVAILABLE, ISTIOD, always(0)),
                    ...ksm(AVAILABLE, { ...ISTIOD, deployment: "autre" }, always(3)),
                },
                labels: { namespace: ISTIOD.namespace },
            },
        ],
        silent: [
            {
                series: {
                    ...ksm(AVAILABLE, ISTIOD, always(1)),
                    ...ksm(AVAILABLE, { ...ISTIOD, namespace: "autre" }, always(0)),
                    ...ksm(
                        AVAILABLE,
                        { ...ISTIOD, namespace: "aks-istio-system", deployment: "autre" },
                        always(0),
                    ),
                },
            },
        ],
    },
];
