package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.proviso.cli.output.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server in a process of its own, and real clients of the protocol before it. */
class McpTest {
    private static final String ROOT = System.getProperty("proviso.root", ".");
    private static final String PORTFOLIO =
            Path.of(ROOT).resolve("examples/two-neoclouds").toString();
    private static final Map<String, Object> TRAIN = Map.of(
            "act", "rent", "cloud", "kestrel", "work", "training", "site", "virginia", "gpus", 5000, "price", "2.30");

    private static McpSyncClient client;

    @BeforeAll
    static void connect() {
        var command = server();
        var parameters = ServerParameters.builder(command.getFirst())
                .args(command.subList(1, command.size()))
                .build();
        client = McpClient.sync(new StdioClientTransport(parameters, new JacksonMcpJsonMapper(new ObjectMapper())))
                .jsonSchemaValidator((_, _) -> JsonSchemaValidator.ValidationResponse.asValid(null))
                .build();
        client.initialize();
    }

    @AfterAll
    static void leave() {
        client.closeGracefully();
    }

    /** The command that starts it, with the classes of this test run. */
    private static List<String> server() {
        return Ran.command(List.of("mcp", "--portfolio", PORTFOLIO));
    }

    @Test
    void itOffersFourToolsThatOnlyRead() {
        var tools = client.listTools().tools();
        assertEquals(
                List.of("ask", "check", "explain", "outlook"),
                tools.stream().map(Tool::name).sorted().toList());
        assertTrue(tools.stream().allMatch(tool -> tool.annotations().readOnlyHint()));
    }

    @Test
    void aQuestionIsAnsweredAsOnATerminal() {
        var answer = call("ask", Map.of("question", TRAIN, "asOf", "2026-03-02"));
        assertFalse(answer.isError());
        var words = TRAIN.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList();
        var typed = new ArrayList<>(List.of("ask"));
        typed.addAll(words);
        typed.addAll(List.of("--as-of", "2026-03-02", "--portfolio", PORTFOLIO));
        assertEquals(Ran.proviso(typed).answer(), text(answer));
    }

    @Test
    void theOtherToolsAnswerToo() {
        assertTrue(text(call("explain", Map.of("question", TRAIN, "asOf", "2026-03-02")))
                .contains("training-first"));
        assertTrue(text(call("check", Map.of())).contains("two-neoclouds"));
        assertTrue(text(call("outlook", Map.of("asOf", "2026-03-02", "form", "json")))
                .contains("\"autumn-run\""));
    }

    @Test
    void whatIsWrongWithAQuestionIsToldAsAnError() {
        var refused = call("ask", Map.of("question", Map.of("act", "rent", "cloud", "egret"), "asOf", "2026-03-02"));
        assertTrue(refused.isError());
        assertTrue(
                text(refused).contains("unknown cloud 'egret'") || text(refused).contains("egret"), text(refused));
    }

    @Test
    void noArgumentBecomesAnOptionOrAFile() {
        var option = call("ask", Map.of("question", Map.of("--portfolio", "/etc")));
        assertTrue(option.isError());
        assertTrue(text(option).contains("is not a name"), text(option));
        var file = call("ask", Map.of("question", Map.of("@/etc/passwd", "x")));
        assertTrue(file.isError() && text(file).contains("is not a name"), text(file));
        var unknown = call("outlook", Map.of("needs", "/etc/passwd"));
        assertTrue(unknown.isError() && text(unknown).contains("unknown argument 'needs'"), text(unknown));
    }

    @Test
    void stdoutCarriesOnlyTheProtocolAndItsEndEndsTheServer() throws Exception {
        var process = new ProcessBuilder(server())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var requests = process.getOutputStream()) {
            requests.write("""
                    {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
                    """.getBytes(StandardCharsets.UTF_8));
            requests.flush();
            var first = process.inputReader(StandardCharsets.UTF_8).readLine();
            var result = Yaml.mapping(Yaml.mapping(first), "result");
            assertEquals("proviso", Yaml.mapping(result, "serverInfo").get("name"));
        }
        var rest = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("", rest);
        assertEquals(ExitCode.ANSWERED, process.waitFor());
    }

    @Test
    void aLineThatIsNoMessageIsAnsweredAndWhatWasAskedBeforeTheEndToo() throws Exception {
        var process = new ProcessBuilder(server())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var requests = process.getOutputStream()) {
            requests.write("""
                    {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
                    {"jsonrpc":"2.0","method":"notifications/initialized"}
                    garbage
                    []
                    {"jsonrpc":"2.0","id":2,"method":"tools/list"}
                    {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"check","arguments":{}}}
                    """.getBytes(StandardCharsets.UTF_8));
        }
        var answers = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(5, answers.lines().count(), answers);
        for (var part : List.of("-32700", "-32600", "\"id\":1", "\"id\":2", "\"id\":3")) {
            assertTrue(answers.contains(part), part + " is not in " + answers);
        }
        assertEquals(ExitCode.ANSWERED, process.waitFor());
    }

    /** {@code npm install @modelcontextprotocol/sdk} somewhere, and name the place. */
    @Test
    void theClientOfNpmAsksTheSame(@TempDir Path directory) throws Exception {
        var modules = System.getProperty("mcp.npm");
        if (modules == null) {
            System.err.println("McpTest SKIPS the client of npm: nobody named with -Dmcp.npm=DIR where"
                    + " @modelcontextprotocol/sdk is installed.");
        }
        assumeTrue(modules != null, "no client of npm");
        var script = Files.writeString(directory.resolve("client.cjs"), """
                const {Client} = require(process.argv[2] + '/node_modules/@modelcontextprotocol/sdk/dist/cjs/client/index.js');
                const {StdioClientTransport} = require(process.argv[2] + '/node_modules/@modelcontextprotocol/sdk/dist/cjs/client/stdio.js');
                (async () => {
                  const [command, ...args] = process.argv.slice(3);
                  const client = new Client({name: 'test', version: '1'});
                  await client.connect(new StdioClientTransport({command, args}));
                  const tools = (await client.listTools()).tools.map(tool => tool.name).sort();
                  const asked = await client.callTool({name: 'ask', arguments: {asOf: '2026-03-02',
                    question: {act: 'rent', cloud: 'plover', work: 'inference', site: 'quebec', gpus: 1500}}});
                  console.log(tools.join(' ') + ': ' + asked.content[0].text.split('\\n')[0]);
                  await client.close();
                })();
                """);
        var command = new ArrayList<>(List.of("node", script.toString(), modules));
        command.addAll(server());
        assertEquals("ask check explain outlook: FORBIDDEN: no.", said(command));
    }

    private static String said(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }

    private static CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().getFirst()).text();
    }
}
