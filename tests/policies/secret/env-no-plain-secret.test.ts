import { envNoPlainSecret } from "../../../policies/rules/secret/env-no-plain-secret";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { container, CONTAINER, DEPLOYMENT, deployment } from "../pods";

const CONFIG_MAP = "kubernetes:core/v1:ConfigMap";
const CLEAR = "attendu une référence à un Secret, obtenu une valeur en clair";
const EMBEDDED = "attendu un texte sans secret, obtenu un secret en clair";

const env = (...variables: readonly object[]) => deployment({ containers: [container({ env: variables })] });
const literal = (name: string, value: unknown) => env({ name, value });
const args = (...words: readonly unknown[]) => deployment({ containers: [container({ args: words })] });
const clear = (name: string, value: unknown) =>
    violation(literal(name, value), `${CONTAINER}.env[0].value : ${CLEAR} pour « ${name} »`);
const address = (name: string, value: string) =>
    violation(literal(name, value), `${CONTAINER}.env[0].value : ${EMBEDDED}`);
const words = (list: readonly string[], message: string) =>
    violation(args(...list), `${CONTAINER}.args[${(list.length - 1).toString()}] : ${message}`);
const data = (key: string, content: unknown) => ({ data: { [key]: content } });
const configMap = (key: string, content: unknown, ...messages: readonly string[]) => ({
    ...violation(data(key, content), ...messages),
    type: CONFIG_MAP,
});

describeRule(envNoPlainSecret, {
    type: DEPLOYMENT,
    accepts: {
        "a reference to a Secret": compliant(
            env({ name: "DB_PASSWORD", valueFrom: { secretKeyRef: { name: "database", key: "password" } } }),
        ),
        "the path of a mounted secret": compliant(literal("MARIADB_PASSWORD_FILE", "/run/secrets/password")),
        "another variable": compliant(literal("OMRS_DB_PASSWORD", "$(DB_PASSWORD)")),
        "a switch about passwords": compliant(literal("MARIADB_RANDOM_ROOT_PASSWORD", "1")),
        "an address without password": compliant(
            literal("DB_URL", "jdbc:mysql://openmrs@database:3306/openmrs"),
        ),
        "an address whose password is another variable": compliant(
            literal("DB_URL", "mysql://openmrs:$(DB_PASSWORD)@database:3306/openmrs"),
        ),
        "a switch named like a secret": compliant(literal("ENABLE_TOKEN", "true")),
        "a count named like a secret": compliant(literal("MAX_TOKEN", "100")),
        "a word that ends like a short name of a password": compliant(literal("CACHE_BYPASS", "hunter2")),
        "a command that reads a secret from elsewhere": compliant(
            args(
                "sh",
                "-c",
                "MYSQL_PWD=$(cat /run/secrets/pw) mysqladmin --password ${MYSQL_PWD} --token $TOKEN",
            ),
        ),
        "values that only look like secrets": compliant(
            env(
                {
                    name: "DIGEST",
                    value: "sha256:9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08",
                },
                { name: "TENANT", value: "8b0e7c66-2a3b-4c5d-8e9f-0123456789ab" },
                { name: "REVISION", value: "df7336d1b2c3d4e5f60718293a4b5c6d7e8f9012" },
                { name: "SERVER", value: "https://emr.example/openmrs/ws/rest/v1" },
            ),
        ),
        "clients that take their password from elsewhere": compliant(
            args("mysql", "-p$DB_PASSWORD", "&&", 'mysqldump -p"$(DB_PASSWORD)"; redis-cli -a ${KEY} ping'),
        ),
        "a header whose token is read from elsewhere": compliant(
            args('curl -H "Authorization: Bearer $TOKEN" https://emr.example'),
        ),
        "another program's option": compliant(args("server", "-p8080")),
        "an option that begins like another": compliant(args("curl", "--user-agent=openmrs:2")),
        "arguments without password": compliant(args("--port=8080", "--password-file=/run/secrets/password")),
        "a ConfigMap without secret": {
            ...compliant({
                data: {
                    "my.cnf": "[mysqld]\ndefault_password_lifetime = 0\nssl_key = /etc/tls/key.pem\n",
                    "prometheus.yml": "basic_auth:\n  password_file: /etc/prometheus/password\n",
                    "runtime.properties": "connection.password=${OMRS_DB_PASSWORD}\n",
                    "pod.yaml": "automountServiceAccountToken: false\nprivate_key: /etc/tls/key.pem\n",
                    "client.json": '{"credentials": {"user": "openmrs", "password": "{{ password }}"}}',
                    "client.js": "token = getToken();\n",
                    "grafana.ini": "secret_key = $__file{/run/secrets/key}\npassword = $__env{DB_PASSWORD}\n",
                    "client.cnf": "[client]\npassword = @database-password@\n",
                    "accounts.sql":
                        "CREATE USER a IDENTIFIED BY '@database-password@';\nCREATE USER b IDENTIFIED VIA unix_socket;\n" +
                        "CHANGE MASTER TO MASTER_HOST = 'b', MASTER_PASSWORD = '${PASSWORD}';\n",
                    "client.yaml": "credentials: {\n  user: openmrs\n}\n",
                },
                binaryData: {
                    "logo.png": "iVBORw0KGgo=",
                },
            }),
            type: CONFIG_MAP,
        },
    },
    rejects: {
        "a password": clear("DB_PASSWORD", "hunter2"),
        "a password in French": clear("baseMotDePasse", "hunter2"),
        "a short name in French": clear("DB_MDP", "hunter2"),
        "a password in camel case": clear("dbPassword", "hunter2"),
        "a token": clear("GITHUB_TOKEN", "ghp_0123456789"),
        "an API key": clear("SMS_API_KEY", "0123456789"),
        "a password without a separator": clear("PGPASSWORD", "hunter2"),
        "a short name of a password": clear("DB_PASS", "hunter2"),
        "a secret without a separator": clear("CLIENTSECRET", "hunter2"),
        "a password with a number": clear("DB_PASSWORD_1", "hunter2"),
        "a base of secret keys": clear("SECRET_KEY_BASE", "hunter2"),
        "a password that is called random": clear("DB_RANDOM_PASSWORD", "hunter2"),
        "an empty root password": violation(
            literal("MARIADB_ALLOW_EMPTY_ROOT_PASSWORD", "1"),
            `${CONTAINER}.env[0].value : attendu un mot de passe, obtenu un accès sans mot de passe par « MARIADB_ALLOW_EMPTY_ROOT_PASSWORD »`,
        ),
        "a password that begins like a reference": clear("DB_PASSWORD", "$ecret1"),
        "a password that begins like a path": clear("DB_PASSWORD", "/hunter2"),
        "a password that begins like a template": clear("DB_PASSWORD", "<hunter2"),
        "a default password": clear("DB_PASSWORD", "${X:-hunter2}"),
        "a number that is a secret": clear("PIN_SECRET", 1234),
        "a secret that will only be known later": clear("DB_PASSWORD", UNKNOWN),
        "a password inside an address": address("DB_URL", "mysql://openmrs:hunter2@database:3306/openmrs"),
        "a password inside a connection string": address(
            "DB_URL",
            "jdbc:mysql://database:3306/openmrs?user=openmrs&password=hunter2",
        ),
        "a password inside the connection string of a cache": address(
            "CACHE",
            "cache.example:6380,password=hunter2,ssl=True",
        ),
        "a token in the header of a request": address("HEADER", "Authorization: Bearer hunter2"),
        "a key inside a connection string": address(
            "BUS",
            "AccountEndpoint=sb://bus/&SharedAccessKey=c2VjcmV0",
        ),
        "a key among the settings of a connection string": violation(
            literal("BUS", "Endpoint=sb://bus/;SharedAccessKey=c2VjcmV0"),
            `${CONTAINER}.env[0].value : ${CLEAR} pour « SharedAccessKey »`,
        ),
        "a private key": address("CERTIFICATE", "-----BEGIN PRIVATE KEY-----\nMIIE"),
        "a password among the arguments": words(["--password=hunter2"], `${CLEAR} pour « password »`),
        "a password that is an argument of its own": words(
            ["--password", "hunter2"],
            `${CLEAR} pour « password »`,
        ),
        "a password among the arguments, before another,": violation(
            args("--password=hunter2", "run"),
            `${CONTAINER}.args[0] : ${CLEAR} pour « password »`,
        ),
        "an address with password among the arguments": words(["mysql://u:hunter2@db/openmrs"], EMBEDDED),
        "a token among the arguments": words(["--token=abc"], `${CLEAR} pour « token »`),
        "a password in a script": words(
            ["-c", "MYSQL_PWD=hunter2 mysqladmin ping"],
            `${CLEAR} pour « MYSQL_PWD »`,
        ),
        "a password that the client's option does not name": words(
            ["mysql", "-uroot", "-phunter2"],
            EMBEDDED,
        ),
        "the same in a script": words(["-c", "mariadb-dump -uroot -phunter2 openmrs"], EMBEDDED),
        "the same behind a command": violation(
            deployment({ containers: [container({ command: ["mysql"], args: ["-phunter2", "-h", "db"] })] }),
            `${CONTAINER}.args[0] : ${EMBEDDED}`,
        ),
        "the password of redis-cli": words(["redis-cli", "-a", "hunter2"], EMBEDDED),
        "the password of sshpass": words(["sshpass -p hunter2 ssh backup"], EMBEDDED),
        "the password of curl": words(["curl", "--user", "openmrs:hunter2"], EMBEDDED),
        "the password of curl in one word": words(
            ["curl -s -uopenmrs:hunter2 https://emr.example"],
            EMBEDDED,
        ),
        "a token of a known shape": address("GREETING", `ghp_${"a1B2".repeat(9)}`),
        "a value that looks random": address("GREETING", "q7Rz2Kp9Xw4Lm8Tn3Vb6"),
        "passwords in the commands of probes and hooks": violation(
            deployment({
                containers: [
                    container({
                        readinessProbe: { exec: { command: ["PASSWORD=hunter2"] } },
                        startupProbe: { exec: { command: ["PASSWORD=hunter2"] } },
                        livenessProbe: { exec: { command: ["ping", "--password=hunter2"] } },
                        lifecycle: {
                            postStart: { exec: { command: ["PASSWORD=hunter2"] } },
                            preStop: { exec: { command: ["PASSWORD=hunter2 stop"] } },
                        },
                    }),
                ],
            }),
            `${CONTAINER}.livenessProbe.exec.command[1] : ${CLEAR} pour « password »`,
            `${CONTAINER}.readinessProbe.exec.command[0] : ${CLEAR} pour « PASSWORD »`,
            `${CONTAINER}.startupProbe.exec.command[0] : ${CLEAR} pour « PASSWORD »`,
            `${CONTAINER}.lifecycle.postStart.exec.command[0] : ${CLEAR} pour « PASSWORD »`,
            `${CONTAINER}.lifecycle.preStop.exec.command[0] : ${CLEAR} pour « PASSWORD »`,
        ),
        "a password of an init container": violation(
            deployment({ initContainers: [container({ env: [{ name: "DB_PASSWORD", value: "hunter2" }] })] }),
            `spec.template.spec.initContainers[0].env[0].value : ${CLEAR} pour « DB_PASSWORD »`,
        ),
        "a ConfigMap entry that is a variable": configMap(
            "DB_PASSWORD",
            "hunter2",
            `data.DB_PASSWORD : ${CLEAR} pour « DB_PASSWORD »`,
        ),
        "a password in a configuration file": configMap(
            "runtime.properties",
            "connection.username=openmrs\nconnection.password=hunter2\n",
            `data["runtime.properties"] : ${CLEAR} pour « connection.password »`,
        ),
        "a password that only looks as if it were read from a file": configMap(
            "grafana.ini",
            "password = $__file{/run/secrets/key}hunter2\n",
            `data["grafana.ini"] : ${CLEAR} pour « password »`,
        ),
        "a default password in a configuration file": configMap(
            "runtime.properties",
            "connection.password=${X:-hunter2}\n",
            `data["runtime.properties"] : ${CLEAR} pour « connection.password »`,
        ),
        "a password in a JSON file of one line": configMap(
            "config.json",
            '{"db":{"password":"hunter2"}}',
            `data["config.json"] : ${CLEAR} pour « password »`,
        ),
        "passwords in an XML file": configMap(
            "context.xml",
            '<Context>\n<Resource name="jdbc" password="hunter2"/>\n<dbPassword>hunter2</dbPassword>\n' +
                '<property name="connection.password">hunter2</property>\n' +
                '<add key="ApiKey" value="hunter2"/><admin.password env="x">${ADMIN}</admin.password></Context>',
            `data["context.xml"] : ${CLEAR} pour « dbPassword »`,
            `data["context.xml"] : ${CLEAR} pour « connection.password »`,
            `data["context.xml"] : ${CLEAR} pour « ApiKey »`,
            `data["context.xml"] : ${CLEAR} pour « password »`,
        ),
        "a password in a shell script": configMap(
            "run.sh",
            "export DB_PASSWORD='hunter2'\n",
            `data["run.sh"] : ${CLEAR} pour « DB_PASSWORD »`,
        ),
        "a password in an encoded file": {
            ...violation(
                { binaryData: { "my.cnf": Buffer.from("[client]\npassword=hunter2\n").toString("base64") } },
                `binaryData["my.cnf"] : ${CLEAR} pour « password »`,
            ),
            type: CONFIG_MAP,
        },
        "a password in a YAML file": configMap(
            "config.yaml",
            "remote:\n  - password: hunter2\n",
            `data["config.yaml"] : ${CLEAR} pour « password »`,
        ),
        "a password that looks like the name of one": configMap(
            "my.cnf",
            "[client]\npassword = @dmin2024@\n",
            `data["my.cnf"] : ${CLEAR} pour « password »`,
        ),
        ...Object.fromEntries(
            [
                "CREATE USER a IDENTIFIED BY 'hunter2'",
                "ALTER USER 'a'@'%' identified with caching_sha2_password by \"hunter2\"",
                "CREATE USER a IDENTIFIED VIA ed25519 USING PASSWORD('hunter2')",
                "CHANGE MASTER TO MASTER_USER = 'a', MASTER_PASSWORD = 'hunter2'",
                "CHANGE REPLICATION SOURCE TO SOURCE_PASSWORD='hunter2'",
            ].map((statement) => [
                `a file of « ${statement} »`,
                configMap("init.sql", `${statement};\n`, `data["init.sql"] : ${EMBEDDED}`),
            ]),
        ),
        "an address with password in a file": configMap(
            "exporter.yaml",
            "target: mysql://exporter:hunter2@database:3306/\n",
            `data["exporter.yaml"] : ${EMBEDDED}`,
        ),
    },
    unset: {
        "the environment": compliant(deployment()),
        "the value of a secret": compliant(env({ name: "DB_PASSWORD" })),
        "the data": { ...compliant({}), type: CONFIG_MAP },
    },
    unknown: {
        "a value that might be an address": undecided(
            literal("DB_URL", UNKNOWN),
            `${CONTAINER}.env[0].value`,
        ),
        "one variable, beside a violation in another,": {
            ...violation(
                env({ name: "DB_URL", value: UNKNOWN }, { name: "DB_PASSWORD", value: "hunter2" }),
                `${CONTAINER}.env[1].value : ${CLEAR} pour « DB_PASSWORD »`,
            ),
            unknowns: [`${CONTAINER}.env[0].value`],
        },
        "the value of an option, and not what follows it": undecided(
            args("--password", UNKNOWN, "run"),
            `${CONTAINER}.args[1]`,
        ),
        "the data of a ConfigMap": { ...undecided({ data: UNKNOWN }, "data"), type: CONFIG_MAP },
        "an entry of a ConfigMap": { ...undecided(data("file", UNKNOWN), "data.file"), type: CONFIG_MAP },
    },
    otherType: "kubernetes:core/v1:Secret",
});
