/**
 * What the server says goes to its output alone, from where it is read and masked. Left to itself it keeps files besides,
 * which nothing masks and which people's names get into: log4j's on the data's disk, Tomcat's beside it.
 */

/** Least severity by logger, as OpenMRS's own configuration has them. A logger that is not named has the root's. */
const LEVELS = {
    "org.openmrs": "WARN",
    "org.openmrs.api": "INFO",
    liquibase: "INFO",
    "org.apache": "WARN",
    "org.apache.fop": "ERROR",
    "org.hibernate": "ERROR",
    "net.sf.ehcache": "ERROR",
    "org.springframework": "WARN",
    "org.springframework.beans.factory.support.DefaultListableBeanFactory": "ERROR",
    "org.springframework.context.support.ResourceBundleMessageSource": "ERROR",
} as const;

/** OpenMRS takes a file of this name in its data directory in the place of its own, and adds the messages that its pages show. */
export const LOG4J_FILE = "log4j2.xml";

export const LOG4J = `<Configuration status="WARN">
    <Appenders>
        <Console name="CONSOLE" target="SYSTEM_OUT">
            <PatternLayout pattern="%p - %C{1}.%M(%L) |%d{ISO8601}| %m%n"/>
        </Console>
    </Appenders>
    <Loggers>
${Object.entries(LEVELS)
    .map(([name, level]) => `        <Logger name="${name}" level="${level}"/>\n`)
    .join("")}        <Root level="WARN">
            <AppenderRef ref="CONSOLE"/>
        </Root>
    </Loggers>
</Configuration>
`;

/** Tomcat's, in the place of its own. */
export const TOMCAT_LOGGING = `handlers = java.util.logging.ConsoleHandler
.level = INFO
java.util.logging.ConsoleHandler.level = INFO
java.util.logging.ConsoleHandler.formatter = org.apache.juli.OneLineFormatter
java.util.logging.ConsoleHandler.encoding = UTF-8
`;
