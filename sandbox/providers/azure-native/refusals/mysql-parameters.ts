/** What a parameter of a managed MySQL server may be. */
interface Parameter {
    readonly values?: readonly string[];
    /** Whether it takes several of the values, with commas between. */
    readonly list?: true;
    /** Whether it is good from the server's next restart on only. */
    readonly static?: true;
    /** Azure's own to set. */
    readonly readOnly?: true;
}

const SWITCH: Parameter = { values: ["ON", "OFF"] };

/** Of the hundreds those that matter here; any other is taken as it is. learn.microsoft.com, "concepts-server-parameters". */
const PARAMETERS: Readonly<Record<string, Parameter>> = {
    audit_log_enabled: SWITCH,
    // learn.microsoft.com, "concepts-audit-logs".
    audit_log_events: {
        values: [
            "CONNECTION",
            "CONNECTION_V2",
            "DML_SELECT",
            "DML_NONSELECT",
            "DML",
            "DDL",
            "DCL",
            "ADMIN",
            "GENERAL",
            "TABLE_ACCESS",
        ],
        list: true,
    },
    innodb_strict_mode: { readOnly: true },
    local_infile: SWITCH,
    log_bin: { readOnly: true },
    lower_case_table_names: { readOnly: true },
    require_secure_transport: SWITCH,
    slow_query_log: SWITCH,
    sql_generate_invisible_primary_key: SWITCH,
    // learn.microsoft.com, "security-tls-how-to-connect".
    tls_version: { values: ["TLSv1.2", "TLSv1.3"], list: true, static: true },
};

const parameter = (name: string): Parameter => PARAMETERS[name.toLowerCase()] ?? {};

export const isStatic = (name: string) => parameter(name).static === true;

export const isReadOnly = (name: string) => parameter(name).readOnly === true;

/** Whether the parameter may have this value, as far as its values are known. */
export function accepts(name: string, value: string): boolean {
    const { values, list } = parameter(name);
    const given = list === true ? value.split(",") : [value];
    return values === undefined || given.every((word) => values.includes(word.trim()));
}
