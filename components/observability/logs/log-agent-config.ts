import { type Endpoint, hostOf, WORKLOAD_LABEL } from "../../kubernetes/flows";

export const AGENT_PORT = 12_345;

/** Where it remembers how far it has read. */
export const AGENT_STORAGE = "/var/lib/alloy";

/** A new agent reads from the beginning what the nodes still have. What is older was handed over by the one before. */
export const OLDEST_READ_HOURS = 24;

/** The one container whose logs do not come this way: its Java agent sends them itself, with their traces. */
const SENDS_ITSELF = { workload: "openmrs-backend", container: "backend" };

const meta = (name: string) => `__meta_kubernetes_pod_${name}`;
const WORKLOAD = meta(`label_${WORKLOAD_LABEL.replaceAll(/[^a-z]/g, "_")}`);

/** Label of each line, by where discovery has it. */
const LABELS = {
    namespace: "__meta_kubernetes_namespace",
    workload: WORKLOAD,
    container: meta("container_name"),
    pod: meta("name"),
};

const text = (value: string) => JSON.stringify(value);

/** Alloy's configuration: reads the logs of its node's pods through the API, and passes them on. */
export function logAgentConfig({
    namespaces,
    collector,
}: {
    /** The platform's: no other pod's logs are read. */
    readonly namespaces: readonly string[];
    readonly collector: Endpoint;
}): string {
    const labels = Object.entries(LABELS).map(
        ([label, source]) => `
  rule {
    source_labels = [${text(source)}]
    target_label  = ${text(label)}
  }
`,
    );
    return `logging {
  level  = "warn"
  format = "json"
}

discovery.kubernetes "node" {
  role = "pod"

  namespaces {
    names = ${JSON.stringify([...namespaces].sort())}
  }

  // Without it each agent would read the logs of every node.
  selectors {
    role  = "pod"
    field = "spec.nodeName=" + sys.env("NODE_NAME")
  }
}

discovery.relabel "node" {
  targets = discovery.kubernetes.node.targets

  rule {
    action        = "drop"
    source_labels = [${text(WORKLOAD)}, ${text(LABELS.container)}]
    separator     = "/"
    regex         = ${text(`${SENDS_ITSELF.workload}/${SENDS_ITSELF.container}`)}
  }
${labels.join("")}}

loki.source.kubernetes "node" {
  targets    = discovery.relabel.node.output
  forward_to = [loki.process.node.receiver]
}

loki.process "node" {
  forward_to = [otelcol.receiver.loki.node.receiver]

  // Loki would refuse it.
  stage.drop {
    older_than          = "${OLDEST_READ_HOURS.toString()}h"
    drop_counter_reason = "old"
  }
}

otelcol.receiver.loki "node" {
  output {
    logs = [otelcol.exporter.otlphttp.collector.input]
  }
}

otelcol.exporter.otlphttp "collector" {
  client {
    endpoint = ${text(`http://${hostOf(collector)}:${collector.port.toString()}`)}
  }

  sending_queue {
    sizer      = "bytes"
    queue_size = 67108864
    // Full, it waits: what is not read stays where it is, on the node.
    block_on_overflow = true

    batch {
      sizer         = "bytes"
      flush_timeout = "1s"
      min_size      = 65536
      max_size      = 1048576
    }
  }

  // Long enough for an outage of the collectors, and not for ever: they refuse what they cannot redact.
  retry_on_failure {
    max_elapsed_time = "1h"
  }
}
`;
}
