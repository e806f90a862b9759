package io.proviso.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.cli.files.Portfolios;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Answers by the Model Context Protocol over stdin and stdout, until stdin ends. */
@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        description = {
            "Answers a program that speaks the Model Context Protocol over stdin and stdout: it may ask, explain, check and"
                    + " look ahead (outlook) in one portfolio, and change nothing.",
            "To a client this is a server that is started by the command below."
        },
        footer = {"", "  ${ROOT-COMMAND-NAME} mcp --portfolio examples/two-neoclouds"})
final class McpCommand implements Callable<Integer> {
    /** A tool reads its own arguments and says in words what is wrong with them; nothing is left for a schema to refuse. */
    private static final JsonSchemaValidator TOOLS_SPEAK_FOR_THEMSELVES =
            (_, _) -> JsonSchemaValidator.ValidationResponse.asValid(null);

    @Option(names = "--portfolio", paramLabel = "DIR", description = "Default: " + Portfolios.DEFAULT)
    private @Nullable Path directory;

    private final Console console;
    private final InstantSource clock;

    McpCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        Portfolios.read(directory);
        // What the library logs through slf4j goes nowhere, and that it does need not be told.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        var mapper = new ObjectMapper();
        var json = new JacksonMcpJsonMapper(mapper);
        var conversation = new McpConversation(mapper, System.in, console.out().canvas());
        var server = McpServer.sync(
                        new StdioServerTransportProvider(json, conversation.requests(), conversation.answers()))
                .jsonMapper(json)
                .jsonSchemaValidator(TOOLS_SPEAK_FOR_THEMSELVES)
                .serverInfo(Console.NAME, Rulings.ENGINE)
                .instructions(Portfolios.whose(directory)
                        + " Every answer cites the clause that decided. Dates are local to the portfolio's zone; a facet that is"
                        + " left out stays open. Not legal advice.")
                .capabilities(
                        McpSchema.ServerCapabilities.builder().tools(false).build())
                .tools(new McpTools(directory, clock).all())
                .build();
        conversation.awaitEnd();
        server.closeGracefully();
        return ExitCode.ANSWERED;
    }
}
