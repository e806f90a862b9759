package io.proviso.perf;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** CPU time of {@code ./proviso ask}, launcher and JVM, user and system, as bash counts it. */
final class AskFigures {
    private static final int RUNS = 9;
    private static final String QUESTION =
            "ask act=acquire provider=oracle workload=training capacity=new --as-of 2025-02-01";
    private static final String SCRIPT = "TIMEFORMAT='%U %S'; time ./proviso %s >/dev/null";

    private AskFigures() {}

    static void print(PrintStream out) throws IOException, InterruptedException {
        print(out, "proviso ask", QUESTION);
        print(out, "proviso ask -o json", QUESTION + " -o json");
        print(out, "proviso --version", "--version");
    }

    private static void print(PrintStream out, String what, String command) throws IOException, InterruptedException {
        seconds(command);
        double[] seconds = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            seconds[run] = seconds(command);
        }
        Arrays.sort(seconds);
        out.printf(
                Locale.ROOT,
                "%-24s min %.3f  median %.3f CPU-seconds (%d runs)%n",
                what,
                seconds[0],
                seconds[RUNS / 2],
                RUNS);
    }

    private static double seconds(String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder("bash", "-c", SCRIPT.replace("%s", command))
                .directory(Figures.home().toFile())
                .redirectErrorStream(true)
                .start();
        var counted = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("proviso " + command + " failed: " + counted);
        }
        // A first run may have built, and said so.
        var userAndSystem = counted.substring(counted.lastIndexOf('\n') + 1);
        return Stream.of(userAndSystem.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .sum();
    }
}
