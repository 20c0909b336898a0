import { webAppNoPlainSetting } from "../../../policies/rules/secret/web-app-no-plain-setting";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const REFERENCE = "@Microsoft.KeyVault(SecretUri=https://kv.example/secrets/db)";

const clear = (name: string) =>
    `attendu une référence à un coffre, obtenu une valeur en clair pour « ${name} »`;
const app = (name: unknown, value: unknown) => ({ siteConfig: { appSettings: [{ name, value }] } });
const connection = (connectionString: unknown) => ({
    siteConfig: { connectionStrings: [{ name: "db", connectionString }] },
});
const PASSWORD = "siteConfig.appSettings[0].value";

describeRule(webAppNoPlainSetting, {
    type: "azure-native:web:WebApp",
    accepts: {
        "a reference to a vault": compliant(app("DB_PASSWORD", REFERENCE)),
        "a reference to an App Configuration": compliant(
            app("DB_PASSWORD", "@Microsoft.AppConfiguration(Endpoint=https://conf.example; Key=db)"),
        ),
        "an ordinary setting": compliant(app("WEBSITE_RUN_FROM_PACKAGE", "1")),
        "a connection without password": compliant(
            connection("Server=db.example;Authentication=Active Directory"),
        ),
        "a connection in a vault": compliant(connection(REFERENCE)),
        "a reference of a container application": {
            ...compliant({ template: { containers: [{ env: [{ name: "DB_PASSWORD", secretRef: "db" }] }] } }),
            type: "azure-native:app:ContainerApp",
        },
    },
    rejects: {
        "a password": violation(app("DB_PASSWORD", "hunter2"), `${PASSWORD} : ${clear("DB_PASSWORD")}`),
        "a password in a setting of several": violation(
            app("OPTIONS", "user: openmrs\npassword: hunter2"),
            `${PASSWORD} : ${clear("OPTIONS")}`,
        ),
        "a password behind a reference": violation(
            app("DB_PASSWORD", `x${REFERENCE}`),
            `${PASSWORD} : ${clear("DB_PASSWORD")}`,
        ),
        "a key in a connection string": violation(
            connection("DefaultEndpointsProtocol=https;AccountKey=c2VjcmV0"),
            `siteConfig.connectionStrings[0].connectionString : ${clear("connectionString")}`,
        ),
        "a password of a slot": {
            ...violation(app("DB_PASSWORD", "hunter2"), `${PASSWORD} : ${clear("DB_PASSWORD")}`),
            type: "azure-native:web:WebAppSlot",
        },
        "a password declared apart": {
            ...violation(
                { properties: { DB_PASSWORD: "hunter2" } },
                `properties.DB_PASSWORD : ${clear("DB_PASSWORD")}`,
            ),
            type: "azure-native:web:WebAppApplicationSettings",
        },
        "a password of a slot declared apart": {
            ...violation(
                { properties: { DB_PASSWORD: "hunter2" } },
                `properties.DB_PASSWORD : ${clear("DB_PASSWORD")}`,
            ),
            type: "azure-native:web:WebAppApplicationSettingsSlot",
        },
        "passwords of a container application": {
            ...violation(
                {
                    template: {
                        containers: [{ env: [{ name: "DB_PASSWORD", value: "hunter2" }] }],
                        initContainers: [{ env: [{ name: "DB_PASSWORD", value: "hunter2" }] }],
                    },
                },
                `template.containers[0].env[0].value : ${clear("DB_PASSWORD")}`,
                `template.initContainers[0].env[0].value : ${clear("DB_PASSWORD")}`,
            ),
            type: "azure-native:app:Job",
        },
    },
    unset: {
        "the settings": compliant({}),
        "the value": compliant(app("DB_PASSWORD", null)),
    },
    unknown: {
        "a value": undecided(app("DB_PASSWORD", UNKNOWN), PASSWORD),
        "a name": undecided(app(UNKNOWN, "hunter2"), "siteConfig.appSettings[0].name"),
    },
    otherType: "azure-native:web:AppServicePlan",
});
