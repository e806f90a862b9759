# Starts the command. Sourced by `proviso` of a clone and of a distribution, which say beforehand
#   home   where examples and schemas lie
#   app    where proviso.jar and lib/ lie
#   java   the JVM to start, as an array
#   cache  the option that names what the JVM remembers of a rehearsal; a cache that does not fit is silently not used

brisk=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1) # for runs of a moment

start() {
    local called=$0 # as it can be typed again
    [[ $(type -P "${0##*/}") != "$0" ]] || called=${0##*/}
    local options=("$cache" -Xlog:aot=off -Xlog:cds=off -Dproviso.home="$home" -Dproviso.called="$called")
    [[ ! -t 2 ]] || options+=(-Dproviso.watched=true -Dproviso.columns="${COLUMNS:-80}")
    case ${1:-} in
        replay | demo | faults) ;; # long runs earn the optimising compiler
        *) options+=("${brisk[@]}") ;;
    esac
    exec "${java[@]}" "${options[@]}" -jar "$app/proviso.jar" "$@"
}

# Nobody listens where a stream is closed; the JVM would give its number to the next file that it opens.
[[ -e /dev/fd/0 ]] || exec </dev/null
[[ -e /dev/fd/1 ]] || exec >/dev/null
[[ -e /dev/fd/2 ]] || exec 2>/dev/null
