export { databaseTlsRequired } from "./database-tls-required";
export { ingressTls } from "./ingress-tls";
export { namespaceDefaultDeny } from "./namespace-default-deny";
export { serviceNotInternetFacing } from "./service-not-internet-facing";
export { webServerTlsVersion } from "./web-server-tls-version";
