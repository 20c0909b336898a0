export { databaseNotPublic } from "./database-not-public";
export { managedDatabaseTls } from "./managed-database-tls";
