export { envNoPlainSecret } from "./env-no-plain-secret";
