import { databaseConnectionsLogged } from "../../../policies/rules/database/database-connections-logged";
import {
    compliant,
    describeRule,
    notApplicable,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const parameter = (configurationName: unknown, value: unknown) => ({ configurationName, value });
const OFF = "value : attendu « ON », obtenu « off »";

describeRule(databaseConnectionsLogged, {
    type: "azure-native:dbforpostgresql:Configuration",
    accepts: {
        "logged connections": compliant(parameter("log_connections", "on")),
        "another parameter": notApplicable(parameter("log_checkpoints", "off")),
    },
    rejects: {
        "connections that are not logged": violation(parameter("LOG_connections", "off"), OFF),
        "disconnections that are not logged": violation(parameter("log_disconnections", "off"), OFF),
        "no brake on tries": violation(parameter("connection_throttle.enable", "off"), OFF),
    },
    unset: {
        "the value": violation(
            { configurationName: "log_connections" },
            "value : attendu « ON », non défini",
        ),
        "the name": notApplicable({ value: "off" }),
    },
    unknown: {
        "the value": undecided(parameter("log_connections", UNKNOWN), "value"),
        "the name": undecided(parameter(UNKNOWN, "off"), "configurationName"),
    },
    otherType: "azure-native:dbformysql:Configuration",
});
