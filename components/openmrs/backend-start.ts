import { LOG4J_FILE } from "./backend-logging";
import { SECRET_FILES, VAULT_MOUNT } from "./backend-secrets";

/** The server's own directory: in memory, since the start script writes passwords into it. */
export const HOME = "/run/openmrs";

/** Where the init container sees the volumes that it fills. */
export const PREPARED = { distribution: "/prepared/distribution", tomcat: "/prepared/tomcat" } as const;

/** Where the containers find the files of this directory's functions. */
export const PLATFORM_MOUNT = "/platform";

/** Global properties of OpenMRS: those of its pages in French, and of its REST interface, whose errors tell no code. */
const PROPERTIES = { default_locale: "fr", "webservices.rest.enableStackTraceDetails": "false" };

/** The same in the form that its module "initializer" reads at start. */
export const SETTINGS = `<config>
    <globalProperties>
${Object.entries(PROPERTIES)
    .map(
        ([property, value]) => `        <globalProperty>
            <property>${property}</property>
            <value>${value}</value>
        </globalProperty>
`,
    )
    .join("")}    </globalProperties>
</config>
`;

/** What Tomcat's own error pages call it, in the place of name and version. */
export const SERVER_INFO = "server.info=OpenMRS\nserver.number=\nserver.built=\n";

/**
 * Lays out what the start script reads and writes beside the image's read-only directories: links to the large parts of
 * the distribution, a copy of its configuration with ours added, the one file of Tomcat's programs that is rewritten,
 * Tomcat's configuration without its log of requests, whose queries name patients; the gateway's has none.
 * And it takes away what an older image left with the data: the start script means to, but quotes its patterns.
 *
 * @param installed whether the server is to start as one that was set up; the settings all come with the environment.
 */
export function prepareScript(installed: boolean): string {
    const { distribution, tomcat } = PREPARED;
    return `set -eu
for part in openmrs_core openmrs_modules openmrs_owas; do
    ln -sfn "/openmrs/distribution/$part" "${distribution}/$part"
done
mkdir -p ${distribution}/openmrs_config/globalproperties
cp -R /openmrs/distribution/openmrs_config/. ${distribution}/openmrs_config/
cp ${PLATFORM_MOUNT}/settings.xml ${distribution}/openmrs_config/globalproperties/audioprothese-plus.xml
: > ${tomcat}/setenv.sh
sed -e '/AccessLogValve.*\\/>/d' -e '/<Valve .*AccessLogValve/,/\\/>/d' /usr/local/tomcat/conf/server.xml > ${tomcat}/server.xml
if grep -q AccessLogValve ${tomcat}/server.xml; then
    echo "server.xml: expected no log of requests, got one that could not be taken out" >&2
    exit 1
fi
cp ${PLATFORM_MOUNT}/${LOG4J_FILE} ${HOME}/data/
rm -f ${HOME}/data/openmrs.log ${HOME}/data/openmrs.*.log
rm -rf ${HOME}/data/modules ${HOME}/data/owa ${HOME}/data/configuration
${installed ? `: > ${HOME}/data/openmrs-runtime.properties\n` : ""}`;
}

/**
 * Hands the secrets to the image's start script, and a request to stop to all that it started: on its own it would
 * end at once and take the server with it, in the middle of its work.
 *
 * @param secrets name of the file of each environment variable.
 */
export function startScript(secrets: Readonly<Record<string, keyof typeof SECRET_FILES>>): string {
    const variables = Object.entries(secrets).map(
        // The image's script has passwords of its own, known to everybody, in the place of empty ones.
        ([variable, secret]) => `${variable}="$(cat ${VAULT_MOUNT}/${SECRET_FILES[secret]})"
: "\${${variable}:?expected a secret, got none}"`,
    );
    return `set -eu
${variables.join("\n")}
export ${Object.keys(secrets).join(" ")}
cd ${HOME}
# A process group of its own.
set -m
/openmrs/startup.sh &
server=$!
trap 'kill -TERM -- "-$server"' TERM
status=0
wait "$server" || status=$?
while kill -0 -- "-$server" 2> /dev/null; do
    sleep 1
done
exit "$status"
`;
}
