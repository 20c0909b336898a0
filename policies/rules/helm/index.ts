export { helmChartPinned } from "./helm-chart-pinned";
export { helmChartSource } from "./helm-chart-source";
export { helmReleaseChecked } from "./helm-release-checked";
export { helmServiceNotExposed } from "./helm-service-not-exposed";
export { helmValuesHardened } from "./helm-values-hardened";
export { helmValuesImage } from "./helm-values-image";
export { helmValuesNoPlainSecret } from "./helm-values-no-plain-secret";
export { manifestSourceLocal } from "./manifest-source-local";
