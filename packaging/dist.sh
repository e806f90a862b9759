# Packs what is built: `./proviso dist`. Sourced by `proviso`, after it has built.
# The same sources and the same JDK give the same bytes, wherever and whenever they are packed.

# What the classes of app/ link to: SVG and JUnit reports write XML; the MCP SDK and reactor want the others.
modules=java.base,java.xml,java.logging,java.net.http,jdk.unsupported

# The JVM lists the classes that a rehearsal loads; sorted, and without what it found while it resolved them, the list
# of two rehearsals gives one archive. (An AOT cache starts as fast, but two of them differ in a fifth of their bytes.)
remember() { # directory
    local list=$1/classes
    # The archive keeps this path, and fits any directory that holds the same jars.
    local jar=/proc/self/cwd/proviso.jar
    local java=(env LC_ALL=C.UTF-8 "$1/runtime/bin/java" -XX:+UseSerialGC)
    (
        cd "$1/app"
        "${java[@]}" "${brisk[@]}" -XX:DumpLoadedClassList="$list" -Dproviso.home="$1" \
            -cp "$jar" io.proviso.cli.Rehearsal
        sed -i '/^@cp\|^#/d' "$list"
        LC_ALL=C sort -u -o "$list" "$list"
        "${java[@]}" -Xshare:dump -XX:SharedClassListFile="$list" -XX:SharedArchiveFile=proviso.jsa -cp "$jar"
    ) >>"$log" 2>&1
    rm "$list"
}

dist() {
    local version when name stage
    version=$(sed -n '0,/<version>/s/.*<version>\(.*\)<\/version>.*/\1/p' "$home/pom.xml")
    when=$(sed -n 's/.*<project.build.outputTimestamp>\(.*\)<.*/\1/p' "$home/pom.xml")
    name=proviso-$version-linux-$(uname -m | sed 's/x86_64/x64/')
    stage=$home/target/dist/$name
    rm -rf "$home/target/dist"
    mkdir -p "$stage/app"
    "$JAVA_HOME/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages \
        --output "$stage/runtime" >>"$log" 2>&1 || fail 1 "no run-time image could be linked; see $log"
    cp "$out/proviso.jar" "$home/packaging/start.sh" "$stage/app/"
    cp -r "$out/lib" "$stage/app/"
    cp "$home/packaging/proviso" "$stage/proviso"
    (cd "$home" && git ls-files -z examples schemas docs README.md LICENSE | xargs -0 cp --parents -t "$stage")
    # The archive remembers when its jars were written, so that they are dated before it is made.
    find "$stage" -exec touch -h -d "$when" {} +
    remember "$stage" || fail 1 "the rehearsal went wrong; see $log"
    find "$stage" -exec touch -h -d "$when" {} +
    tar -C "$home/target/dist" --sort=name --owner=0 --group=0 --numeric-owner --mode=go-w -cf - "$name" |
        gzip -9n >"$stage.tar.gz"
    (cd "$home/target/dist" && sha256sum "$name.tar.gz" | tee "$name.tar.gz.sha256")
}
