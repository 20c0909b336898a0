import fc from "fast-check";

/** Lines without identifiers, as the platform's programs write them. */
const number = (min: number, max: number) => fc.integer({ min, max });
const padded = (max: number, width: number) =>
    number(0, max).map((value) => value.toString().padStart(width, "0"));
const hex = (length: number) =>
    fc
        .array(fc.constantFrom(...Array.from("0123456789abcdef")), { minLength: length, maxLength: length })
        .map((all) => all.join(""));
const digits = (length: number) =>
    fc
        .array(fc.constantFrom(...Array.from("0123456789")), { minLength: length, maxLength: length })
        .map((all) => all.join(""));

const uuid = fc.uuid();
const ip = fc.tuple(number(0, 255), number(0, 255)).map(([a, b]) => `10.244.${a.toString()}.${b.toString()}`);
const moment = fc.date({
    min: new Date("2026-01-01T00:00:00Z"),
    max: new Date("2027-12-31T00:00:00Z"),
    noInvalidDate: true,
});
const iso = moment.map((date) => date.toISOString());
const milliseconds = moment.map((date) => date.getTime().toString());
const duration = fc.tuple(number(0, 9), padded(999, 3)).map(([a, b]) => `${a.toString()}.${b}`);
const fraction = padded(999_999_999, 10).map((decimals) => `0.${decimals}`);
const version = fc.tuple(number(0, 12), number(0, 40), number(0, 30)).map((parts) => parts.join("."));
/** Kubernetes makes hashes of these letters and digits alone. */
const podHash = fc
    .array(fc.constantFrom(...Array.from("bcdfghjklmnpqrstvwxz2456789")), { minLength: 10, maxLength: 10 })
    .map((all) => all.join(""));
const dashboard = fc.constantFrom("overview", "slo", "openmrs", "database", "logs-security");
const status = fc.constantFrom("200", "201", "204", "304", "400", "401", "403", "404", "500", "502");
const path = fc.oneof(
    uuid.map((id) => `/openmrs/ws/rest/v1/patient/${id}`),
    uuid.map((id) => `/openmrs/ws/fhir2/R4/Observation/${id}`),
    hex(16).map((hash) => `/openmrs/spa/openmrs-esm-patient-chart-app-${hash}.js`),
    fc.constantFrom("/openmrs/ws/rest/v1/session", "/openmrs/spa/home", "/openmrs/health/started"),
);
const table = fc.constantFrom("patient", "person_name", "encounter", "obs", "visit", "users");

const text = (...parts: (string | fc.Arbitrary<string | number>)[]): fc.Arbitrary<string> =>
    fc
        .tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part)))
        .map((all) => all.join(""));

const KINDS: readonly fc.Arbitrary<string>[] = [
    // nginx
    text(
        ip,
        " [",
        iso,
        '] openmrs.example "GET ',
        path,
        '" ',
        status,
        " ",
        number(0, 900_000),
        " ",
        duration,
        " ",
        status,
        " ",
        duration,
    ),
    // OpenMRS
    text(
        "INFO - LoggingAdvice.invoke(",
        number(1, 400),
        ") |",
        iso,
        "| In method ",
        fc.constantFrom(
            "EncounterService.saveEncounter",
            "PatientService.getPatient",
            "OrderService.getOrders",
        ),
        ". Arguments: Integer=",
        number(1, 9_999_999),
    ),
    text(
        "WARN - DelegatingSlf4jLog.log(",
        number(1, 400),
        ") |",
        iso,
        "| Slow query took ",
        number(1, 99_999),
        " ms: select e.encounter_id from encounter e where e.uuid = '",
        uuid,
        "'",
    ),
    text(
        "ERROR - org.openmrs.api.APIException: could not fetch ",
        uuid,
        " from org.openmrs.Obs@",
        hex(8),
        "\n\tat org.openmrs.api.impl.ObsServiceImpl.getObs(ObsServiceImpl.java:",
        number(1, 900),
        ")\n\tat jdk.internal.reflect.GeneratedMethodAccessor",
        number(1, 3000),
        ".invoke(Unknown Source)",
    ),
    // MariaDB
    text(
        padded(99, 2).map((day) => `202611${day}`),
        " 10:",
        padded(59, 2),
        ":",
        padded(59, 2),
        ",mariadb-0,openmrs,",
        ip,
        ",",
        number(1, 99_999),
        ",",
        number(1, 99_999_999),
        ",QUERY,openmrs,'select * from ",
        table,
        " where ",
        table,
        "_id = ",
        number(1, 9_999_999),
        "',0",
    ),
    text(
        "2026-11-21 10:",
        padded(59, 2),
        ":",
        padded(59, 2),
        " ",
        number(1, 9999),
        " [Note] InnoDB: Log sequence number ",
        number(1, 2_000_000_000),
        "; transaction id ",
        digits(9),
    ),
    text(
        iso,
        " ",
        number(1, 999),
        " [Warning] Aborted connection ",
        number(1, 99_999),
        " to db: 'openmrs' user: 'openmrs' host: '",
        ip,
        "' (Got an error reading communication packets)",
    ),
    // JSON
    text(
        '{"level":"info","ts":',
        milliseconds,
        ',"caller":"flush.go:',
        number(1, 900),
        '","msg":"flushing stream","labels":"{stream=\\"audit\\", container=\\"audit\\"}","trace_id":"',
        hex(32),
        '","span_id":"',
        hex(16),
        '"}',
    ),
    text(
        '{"logger":"context","msg":"Request Completed","status":',
        status,
        ',"remote_addr":"',
        ip,
        '","time_ms":',
        number(1, 9999),
        ',"duration":"',
        duration,
        's","size":',
        number(1, 99_999),
        ',"referer":"https://grafana.example/d/',
        dashboard,
        "?from=",
        milliseconds,
        "&to=",
        milliseconds,
        '","uid":"',
        uuid,
        '"}',
    ),
    // Go programs
    text(
        "ts=",
        iso,
        ' level=info component=tsdb msg="write block" mint=',
        milliseconds,
        " maxt=",
        milliseconds,
        " ulid=01",
        hex(24).map((each) => each.toUpperCase()),
        " duration=",
        fraction,
        "s",
    ),
    text(
        "ts=",
        milliseconds.map((value) => `${value}000`),
        " ns=",
        milliseconds.map((value) => `${value}000000`),
        ' level=warn msg="slow request" path=/loki/api/v1/push ip=',
        ip,
        ":",
        number(1024, 65_535),
        " took=",
        duration,
    ),
    // Devices, amounts, versions, orders and dates
    text("Appareil ", digits(15), " branché, micrologiciel ", version, ", pile à ", number(0, 100), " %"),
    text(
        "Facture ",
        digits(8),
        " : ",
        number(1, 9999),
        ",",
        padded(99, 2),
        " EUR, TVA ",
        number(1, 999),
        ".",
        padded(99, 2),
        ", échéance ",
        padded(30, 2),
        "/",
        padded(12, 2),
        "/2026 ",
        padded(23, 2),
        ":",
        padded(59, 2),
    ),
    text(
        "Migration de ",
        version,
        " vers ",
        version,
        " (",
        hex(40),
        ") le ",
        padded(30, 2),
        "-",
        padded(12, 2),
        "-2026 ",
        padded(23, 2),
        ":",
        padded(59, 2),
        ":",
        padded(59, 2),
    ),
    text(
        "pod openmrs-backend-",
        podHash,
        "-",
        fc.constantFrom("x7k2p", "b9wqz"),
        " image registry.example/openmrs@sha256:",
        hex(64),
        " restarts ",
        number(0, 20),
    ),
    text(
        "[",
        iso,
        "] outbound|9104||mariadb.database.svc.cluster.local ",
        ip,
        ":",
        number(1024, 65_535),
        " ",
        ip,
        ":9104 ",
        uuid,
        " ",
        number(1, 99_999),
        " ",
        number(1, 99_999),
        " ",
        number(1, 9999),
    ),
];

export const cleanLine: fc.Arbitrary<string> = fc.oneof(...KINDS);
