export { webAppCorsNarrow } from "./web-app-cors-narrow";
export { webAppHttpsOnly } from "./web-app-https-only";
export { webAppManagedIdentity } from "./web-app-managed-identity";
export { webAppNoBackdoor } from "./web-app-no-backdoor";
export { webAppNotPublic } from "./web-app-not-public";
