package io.proviso.cli;

import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.Output;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The commands that a client of the Model Context Protocol may run; each answers as it does on a terminal. */
final class McpTools {
    /** As a facet or a fact is called; nothing that a command line could take for an option or a file of arguments. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}._/@-]*");

    private static final Map<String, Object> WHEN = text("A day as 2026-03-02, or an instant. Default: now.");
    private static final Map<String, Object> KNOWN =
            text("What was on record then, as 2026-03-02. Default: all that is on record.");
    private static final Map<String, Object> QUESTION = mapping(
            "The question: act and its facets, as {\"act\": \"acquire\", \"provider\": \"oracle\"}; a facet left out stays open.");
    private static final Map<String, Object> FACTS =
            mapping("Supposes what the record or the desk would supply, as {\"refusal\": \"declined\"}.");
    private static final Map<String, Object> FORM =
            Map.of("type", "string", "enum", List.of("text", "json"), "description", "Default: text.");

    private final @Nullable Path directory;
    private final InstantSource clock;

    McpTools(@Nullable Path directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    List<SyncToolSpecification> all() {
        return List.of(
                tool(
                        "ask",
                        "Whether something may be done, the clause that decides, what has to happen first, until when it holds.",
                        List.of("question"),
                        properties("question", QUESTION, "facts", FACTS, "asOf", WHEN, "knownAt", KNOWN, "form", FORM)),
                tool(
                        "explain",
                        "How the answer to a question came about, clause by clause.",
                        List.of("question"),
                        properties("question", QUESTION, "facts", FACTS, "asOf", WHEN, "knownAt", KNOWN)),
                tool(
                        "check",
                        "What was overlooked in the portfolio: contradictions, gaps, dead clauses, rights in each other's way.",
                        List.of(),
                        properties("form", FORM)),
                tool(
                        "outlook",
                        "When the needs of needs.yaml can lawfully be met, what binds them, what is missing week by week.",
                        List.of(),
                        properties("asOf", WHEN, "knownAt", KNOWN, "form", FORM)));
    }

    private static Map<String, Object> text(String description) {
        return Map.of("type", "string", "description", description);
    }

    private static Map<String, Object> mapping(String description) {
        return Map.of(
                "type",
                "object",
                "description",
                description,
                "additionalProperties",
                Map.of("type", List.of("string", "number")));
    }

    private static Map<String, Object> properties(Object... pairs) {
        var properties = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.put((String) pairs[i], pairs[i + 1]);
        }
        return properties;
    }

    private SyncToolSpecification tool(
            String name, String description, List<String> required, Map<String, Object> properties) {
        var schema = Map.<String, Object>of(
                "type", "object", "properties", properties, "required", required, "additionalProperties", false);
        var tool = Tool.builder(name, schema)
                .description(description)
                .annotations(ToolAnnotations.builder()
                        .readOnlyHint(true)
                        .destructiveHint(false)
                        .idempotentHint(true)
                        .openWorldHint(false)
                        .build())
                .build();
        return SyncToolSpecification.builder()
                .tool(tool)
                .callHandler((_, request) -> {
                    var said = request.arguments() == null ? Map.<String, Object>of() : request.arguments();
                    try {
                        return run(arguments(name, said, properties));
                    } catch (BadInputException bad) {
                        return result(bad.diagnostics(), true);
                    }
                })
                .build();
    }

    /** The command line that a call means; every value stands behind its own option, or in a word of the question. */
    private List<String> arguments(String command, Map<String, Object> said, Map<String, Object> properties) {
        var unknown = said.keySet().stream()
                .filter(key -> !properties.containsKey(key))
                .toList();
        if (!unknown.isEmpty()) {
            throw new BadInputException("unknown argument '" + unknown.getFirst() + "'\nKnown: "
                    + String.join(", ", properties.keySet()) + ".");
        }
        var line = new ArrayList<String>(List.of(command));
        line.addAll(pairs(said.get("question"), "question"));
        pairs(said.get("facts"), "facts").forEach(fact -> line.add("--fact=" + fact));
        option(line, "--as-of", said.get("asOf"));
        option(line, "--known-at", said.get("knownAt"));
        option(line, "--output", said.get("form"));
        if (directory != null) {
            line.add("--portfolio=" + directory);
        }
        return line;
    }

    private static void option(List<String> line, String option, @Nullable Object value) {
        if (value != null) {
            line.add(option + "=" + value);
        }
    }

    private static List<String> pairs(@Nullable Object mapping, String key) {
        if (mapping == null) {
            return List.of();
        }
        if (!(mapping instanceof Map<?, ?> entries)) {
            throw new BadInputException(key + ": an object is expected\nWrite {\"act\": \"…\", …}.");
        }
        var pairs = new ArrayList<String>();
        for (var entry : entries.entrySet()) {
            var name = String.valueOf(entry.getKey());
            if (!NAME.matcher(name).matches()) {
                throw new BadInputException(
                        key + ": '" + name + "' is not a name\nWrite facets as the vocabulary does.");
            }
            pairs.add(name + "=" + entry.getValue());
        }
        return pairs;
    }

    private CallToolResult run(List<String> line) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var console = new Console(new Output(out, false), new Output(err, false), false, Console.NAME);
        int exitCode = ProvisoCommand.commandLine(console, clock).execute(line.toArray(String[]::new));
        console.out().flush();
        console.err().flush();
        boolean answered = exitCode == ExitCode.ANSWERED;
        return result((answered ? out : err).toString(StandardCharsets.UTF_8), !answered);
    }

    private static CallToolResult result(String text, boolean isError) {
        return CallToolResult.builder().addTextContent(text).isError(isError).build();
    }
}
