/**
 * Shell function that prints a file of the setup, with the secrets of the vault in the place of their names. Its script
 * says where `setup` and `vault` are, and how to `fail`.
 */
export const FILL = `fill() {
    local text name secret
    text=$(<"$setup/$1")
    while [[ $text =~ @([a-z]+(-[a-z]+)+)@ ]]; do
        name=\${BASH_REMATCH[1]}
        [[ -e $vault/$name ]] || fail "$name: expected a file in $vault, got none"
        secret=$(<"$vault/$name")
        # Whatever else stood in SQL or in an option file could end the value there.
        [[ $secret =~ ^[A-Za-z0-9]+$ ]] || fail "$name: expected letters and digits, got something else"
        text=\${text//@$name@/$secret}
    done
    echo "$text"
}`;

/**
 * Shell function that prints what the other replica's server answers, within a minute: a server that hangs must not hold
 * up one that could work. Fails with 2 when nobody is there.
 */
export const ASK = `ask() {
    timeout 60 mariadb --defaults-file="$run/replication.cnf" --connect-timeout=10 --batch --skip-column-names \\
        --execute="$1" 2>"$run/errors" && return
    grep -Eq '^ERROR (2002|2003|2005|2013) ' "$run/errors" && return 2
    cat "$run/errors" >&2
    return 1
}`;
