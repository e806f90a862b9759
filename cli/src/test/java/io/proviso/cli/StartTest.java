package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The options with which the scripts start the JVM, both with the cache of a clone and with the archive of a distribution. */
class StartTest {
    private static final Path ROOT =
            Path.of(System.getProperty("proviso.root", ".")).toAbsolutePath();

    @TempDir
    private Path empty;

    @ParameterizedTest
    @ValueSource(strings = {"-XX:AOTCache", "-XX:SharedArchiveFile"})
    void theMachineTakesThemTogetherAndLooksForTheMainClass(String cache) throws IOException, InterruptedException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "Nothing");
        new JarOutputStream(Files.newOutputStream(empty.resolve("proviso.jar")), manifest).close();
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var script = """
                home=$1 app=$1 java=("$2") cache=$3=$1/none
                source "$4/packaging/start.sh"
                start --version
                """;
        var process = new ProcessBuilder(
                        "bash", "-c", script, "proviso", empty.toString(), java.toString(), cache, ROOT.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertTrue(said.contains("Could not find or load main class Nothing"), said);
    }
}
