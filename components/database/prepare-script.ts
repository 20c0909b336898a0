import { REPLICA_ACCOUNTS, SERVICES } from "./accounts";
import { AUDIT_LOG, DATA, DISK, ROLE, SETUP, VAULT } from "./places";
import { ASK, FILL } from "./shell";

/** Seconds that a server gives the other replica to answer, where it matters what that one has. */
const PATIENCE_SECONDS = 60;

/** Seconds that a replica which is to take the writes gives itself to fetch what it lacks. */
const CATCH_UP_SECONDS = 600;

/**
 * What a pod does before its server starts: makes or copies the data, takes over from the other replica, and writes
 * the server's role and the SQL that it begins with, from the files of the vault.
 *
 * In the environment: PRIMARY, the ordinal of the replica that takes the writes, and SERVICE, where replicas are found.
 * It ends with an error, which keeps the server from starting, rather than let an empty disk stand for a lost one, or
 * writes be forgotten that the other replica can still give.
 */
export const PREPARE_SCRIPT = `set -Eeuo pipefail
umask 077
data=${DATA}
new=${DISK}/new
run=${ROLE}
setup=${SETUP}
vault=${VAULT}
patience=${PATIENCE_SECONDS.toString()}

say() { echo "prepare: $*"; }
fail() { say "$*" >&2; exit 1; }
# As the first process of its container, it would ignore the signal.
trap 'exit 143' TERM
trap 'kill $(jobs -p) 2>/dev/null && wait || true' EXIT

ordinal=\${HOSTNAME##*-}
[[ $PRIMARY$ordinal =~ ^[01][01]$ ]] || fail "PRIMARY and ordinal: expected 0 or 1, got $PRIMARY and $ordinal"
peer=\${HOSTNAME%-*}-$((1 - ordinal)).$SERVICE
if [[ $ordinal = "$PRIMARY" ]]; then role=primary; else role=replica; fi
last_role=
if [[ -e ${DISK}/role ]]; then last_role=$(<${DISK}/role); fi

${FILL}
filled() { fill "$1" | sed "s/@peer@/$peer/"; }

# Runs a command beside a server without a port and without accounts.
beside() {
    local directory=$1 server
    mariadbd --defaults-extra-file="$run/role.cnf" --datadir="$directory" --socket="$run/own.sock" \\
        --pid-file="$run/own.pid" --skip-networking --skip-grant-tables --server-audit-logging=OFF \\
        --read-only=OFF --rpl-semi-sync-master-enabled=OFF &
    server=$!
    until here --execute="DO 0" 2>"$run/errors"; do
        kill -0 "$server" 2>/dev/null || fail "mariadbd: expected it to start, got its end"
        sleep 0.2
    done
    shift
    "$@" || fail "$1: expected it to succeed, got an error"
    kill "$server"
    wait "$server" || fail "mariadbd: expected it to stop, got an error"
}
here() { mariadb --no-defaults --socket="$run/own.sock" --batch --skip-column-names "$@"; }

${ASK}

# The same of a server that may be about to start.
ask_patiently() {
    local limit=$((SECONDS + patience)) status
    while true; do
        status=0
        ask "$1" || status=$?
        if [[ $status != 2 ]] || ((SECONDS >= limit)); then return "$status"; fi
        sleep 1
    done
}

upgrade() { mariadb-upgrade --no-defaults --socket="$run/own.sock" --upgrade-system-tables; }

copy_peer() {
    mariadb-dump --defaults-file="$run/copy.cnf" --single-transaction --master-data=1 --gtid \\
        --routines --triggers --databases ${SERVICES.join(" ")} |
        here --init-command="SET SESSION sql_log_bin = 0"
}

# Fetches what the other replica still has alone, after it was told to take no more writes.
catch_up() {
    local position
    ask "SET GLOBAL read_only = ON" || return
    position=$(ask "SELECT @@gtid_binlog_pos") || return
    say "taking over from $peer at $position"
    here <"$run/follow.sql" || return
    [[ $(here --execute="SELECT MASTER_GTID_WAIT('$position', ${CATCH_UP_SECONDS.toString()})") = 0 ]] || return
    here --execute="STOP REPLICA"
}

for account in ${REPLICA_ACCOUNTS.map(({ userName }) => userName).join(" ")}; do
    filled "$account.cnf" >"$run/$account.cnf"
done
filled replica.sql >"$run/follow.sql"
for part in accounts "$role" open; do filled "$part.sql"; done >"$run/init.sql"
{ cat "$setup/$role.cnf"; echo "server_id = $((ordinal + 1))"; } >"$run/role.cnf"
echo "$role" >"$run/role"
: >>${AUDIT_LOG}

if [[ ! -d $data ]]; then
    say "no data yet, and this is the $role"
    if [[ $role = primary ]]; then
        status=0
        answer=$(ask_patiently "SELECT CONCAT(@@gtid_binlog_pos, @@gtid_slave_pos)") || status=$?
        [[ $status != 1 && -z $answer ]] ||
            fail "$data: expected the data that $peer has a copy of, got an empty disk; make the other replica the primary"
    else
        until [[ $(ask "SELECT @@read_only") = 0 ]]; do
            say "waiting for $peer to take writes"
            cat "$run/errors"
            sleep 5
        done
    fi
    rm -rf "$new"
    mariadb-install-db --defaults-extra-file="$run/role.cnf" --datadir="$new" --skip-test-db --skip-log-bin \\
        --server-audit-logging=OFF >"$run/install.log" || { cat "$run/install.log" >&2; exit 1; }
    if [[ $role = replica ]]; then beside "$new" copy_peer; fi
    mv "$new" "$data"
else
    version=$(mariadbd --version | sed -E 's/.*Ver ([0-9]+\\.[0-9]+)\\..*/\\1/')
    if [[ $(<"$data/mariadb_upgrade_info") != "$version".* ]]; then beside "$data" upgrade; fi
    if [[ $role = primary && $last_role != primary ]]; then
        status=0
        ask_patiently "DO 0" || status=$?
        case $status in
            0) beside "$data" catch_up ;;
            2) say "$peer does not answer: going on with what came here before" ;;
            *) fail "$peer: expected an answer, got a refusal or none in a minute" ;;
        esac
    fi
fi
`;
