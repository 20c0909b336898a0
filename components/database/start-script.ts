import { DISK, ROLE } from "./places";
import { ASK } from "./shell";

/**
 * Starts the server. A container that starts anew finds its role as the pod's init container left it, and the other
 * replica may take the writes by now.
 */
export const START_SCRIPT = `set -Eeuo pipefail
run=${ROLE}
role=$(<"$run/role")

${ASK}

if [[ $role = primary && $(ask "SELECT @@read_only") = 0 ]]; then
    echo "start: expected the other replica to take no writes beside this primary, got one that does" >&2
    exit 1
fi
echo "$role" >${DISK}/role
exec mariadbd --defaults-extra-file="$run/role.cnf" --init-file="$run/init.sql"
`;
