export { envNoPlainSecret } from "./env-no-plain-secret";
export { metadataNoPlainSecret } from "./metadata-no-plain-secret";
export { secretDataDeclaredSecret } from "./secret-data-declared-secret";
export { webAppNoPlainSetting } from "./web-app-no-plain-setting";
