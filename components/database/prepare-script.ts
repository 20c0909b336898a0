import { passwordSecretOf, REPLICA_ACCOUNTS, SERVICES } from "./accounts";
import { AUDIT_LOG, DATA, DISK, ROLE, SETUP, VAULT } from "./places";

/** Seconds that a replica which is to take the writes gives the other one to answer. */
const PATIENCE_SECONDS = 60;

/** Seconds that it then gives itself to fetch what it lacks. */
const CATCH_UP_SECONDS = 600;

/**
 * What a pod does before its server starts: makes or copies the data, takes over from the other replica, and writes
 * the server's role and the SQL that it begins with, from the files of the vault.
 *
 * In the environment: PRIMARY, the ordinal of the replica that takes the writes, and SERVICE, where replicas are found.
 * It ends with an error, which keeps the server from starting, rather than let two replicas take writes, or an empty
 * disk stand for a lost one.
 */
export const PREPARE_SCRIPT = `set -Eeuo pipefail
umask 077
role_file=${DISK}/role
data=${DATA}
new=${DISK}/new
run=${ROLE}
setup=${SETUP}
vault=${VAULT}
audit=${AUDIT_LOG}
patience=${PATIENCE_SECONDS.toString()}

say() { echo "prepare: $*"; }
fail() { say "$*" >&2; exit 1; }
trap 'kill $(jobs -p) 2>/dev/null || true' EXIT

ordinal=\${HOSTNAME##*-}
[[ $PRIMARY$ordinal =~ ^[01][01]$ ]] || fail "PRIMARY and ordinal: expected 0 or 1, got $PRIMARY and $ordinal"
peer=\${HOSTNAME%-*}-$((1 - ordinal)).$SERVICE
if [[ $ordinal = "$PRIMARY" ]]; then role=primary; else role=replica; fi
last_role=
if [[ -e $role_file ]]; then last_role=$(<"$role_file"); fi

# A file of the setup, with the vault's secrets in the place of their names.
fill() {
    local text secret
    text=$(<"$setup/$1")
    text=\${text//@peer@/$peer}
    while [[ $text =~ @([a-z]+(-[a-z]+)+)@ ]]; do
        local name=\${BASH_REMATCH[1]}
        [[ -e $vault/$name ]] || fail "$name: expected a file in $vault, got none"
        secret=$(<"$vault/$name")
        [[ $secret =~ ^[A-Za-z0-9]+$ ]] || fail "$name: expected letters and digits, got something else"
        text=\${text//@$name@/$secret}
    done
    echo "$text"
}

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

# What the other replica's server answers. Fails with 2 when nobody is there.
ask() {
    mariadb --defaults-file="$run/replication.cnf" --connect-timeout=10 --batch --skip-column-names \\
        --execute="$1" 2>"$run/errors" && return
    grep -Eq '^ERROR (2002|2003|2005|2013) ' "$run/errors" && return 2
    cat "$run/errors" >&2
    return 1
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
    { fill "$account.cnf"; echo "password = $(<"$vault/${passwordSecretOf({ userName: "$account" })}")"; } >"$run/$account.cnf"
done
fill follow.sql >"$run/follow.sql"
{ cat "$setup/$role.cnf"; echo "server_id = $((ordinal + 1))"; } >"$run/role.cnf"
{ fill accounts.sql; fill "$([[ $role = primary ]] && echo lead.sql || echo follow.sql)"; } >"$run/init.sql"
: >>"$audit"

if [[ ! -d $data ]]; then
    say "no data yet, and this is the $role"
    if [[ $role = primary ]]; then
        status=0
        answer=$(ask "SELECT CONCAT(@@gtid_binlog_pos, @@gtid_slave_pos)") || status=$?
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
    if [[ $role = primary ]]; then
        status=0
        answer=$(ask "SELECT @@read_only") || status=$?
        if [[ $last_role = primary ]]; then
            [[ $answer != 0 ]] || fail "$peer: expected it to take no writes beside this primary, got one that does"
        else
            for ((waited = 0; status == 2 && waited < patience; waited += 5)); do
                sleep 5
                status=0
                answer=$(ask "SELECT @@read_only") || status=$?
            done
            case $status in
                0) beside "$data" catch_up ;;
                2) say "$peer does not answer: going on with what came here before" ;;
                *) fail "$peer: expected an answer, got a refusal" ;;
            esac
        fi
    fi
fi
echo "$role" >"$role_file"
`;
