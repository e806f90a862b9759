package io.proviso.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles small sources as the build does: a null check that is switched off looks like a clean build. */
class PlantedNullTest {
    private static final Path ROOT = Path.of(System.getProperty("proviso.root", "."));

    @TempDir
    private Path directory;

    @Test
    void aNullDereferenceFailsTheBuild() throws Exception {
        var compilation = compile("clause.length()");
        assertNotEquals(0, compilation.exitCode(), compilation.output());
        assertTrue(compilation.output().contains("[NullAway] dereferenced expression 'clause'"), compilation.output());
    }

    @Test
    void theSameSourceWithACheckCompiles() throws Exception {
        var compilation = compile("clause == null ? 0 : clause.length()");
        assertEquals(0, compilation.exitCode(), compilation.output());
    }

    private Compilation compile(String expression) throws Exception {
        var source = Files.writeString(directory.resolve("Planted.java"), """
                package planted;

                import org.jspecify.annotations.NullMarked;
                import org.jspecify.annotations.Nullable;

                @NullMarked
                final class Planted {
                    private Planted() {}

                    static int length(@Nullable String clause) {
                        return %s;
                    }
                }
                """.formatted(expression));
        var pom = new RootPom();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        Files.readAllLines(ROOT.resolve(".mvn/jvm.config")).forEach(argument -> command.add("-J" + argument));
        command.addAll(pom.compilerArguments());
        command.addAll(List.of("--release", pom.release(), "-d", directory.toString()));
        // The plug-ins are test dependencies of this module, in the versions that the root pom names.
        command.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
        command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        command.add(source.toString());
        var javac = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Compilation(javac.waitFor(), output);
    }

    private record Compilation(int exitCode, String output) {}
}
