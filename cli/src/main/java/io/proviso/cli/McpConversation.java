package io.proviso.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The two streams of a client that speaks JSON-RPC, a message a line. The library gives up at a line that is none and forgets what it
 * was asked when the client closes; here such a line is answered with its error, and the end is passed on when all is answered.
 */
final class McpConversation {
    /** For a request to which the library has no answer, not even that it knows none. */
    private static final long PATIENCE_SECONDS = 60;

    private static final int UNREADABLE = -32700;
    private static final int NO_REQUEST = -32600;

    private final ObjectMapper json;
    private final BufferedReader in;
    private final OutputStream out;
    private final Set<JsonNode> unanswered = new HashSet<>();
    private final CountDownLatch end = new CountDownLatch(1);

    McpConversation(ObjectMapper json, InputStream in, OutputStream out) {
        this.json = json;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
    }

    InputStream requests() {
        return new Requests();
    }

    OutputStream answers() {
        return new Answers();
    }

    /** Returns when the client has closed and has every answer. */
    void awaitEnd() throws InterruptedException {
        end.await();
    }

    /** The next message that is one, null if the client has closed; what is none is answered at once. */
    private @Nullable String next() throws IOException {
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isBlank() && isMessage(line)) {
                return line;
            }
        }
        return null;
    }

    private boolean isMessage(String line) throws IOException {
        JsonNode message;
        try {
            message = json.readTree(line);
        } catch (JsonProcessingException unreadable) {
            refuse(UNREADABLE, "This line is not JSON. Send one message of JSON-RPC 2.0 a line.");
            return false;
        }
        if (!message.isObject() || !"2.0".equals(message.path("jsonrpc").asText())) {
            refuse(NO_REQUEST, "This is no message of JSON-RPC 2.0: an object with \"jsonrpc\": \"2.0\".");
            return false;
        }
        if (message.has("method") && message.has("id")) {
            synchronized (unanswered) {
                unanswered.add(message.get("id"));
            }
        }
        return true;
    }

    private void refuse(int code, String why) throws IOException {
        var error = json.createObjectNode().put("jsonrpc", "2.0").putNull("id");
        error.putObject("error").put("code", code).put("message", why);
        write(json.writeValueAsBytes(error));
    }

    private void write(byte[] line) throws IOException {
        synchronized (out) {
            out.write(line);
            out.write('\n');
            out.flush();
        }
    }

    private void answered(byte[] line) {
        try {
            var id = json.readTree(line).get("id");
            synchronized (unanswered) {
                if (id != null && unanswered.remove(id)) {
                    unanswered.notifyAll();
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("an answer that is not JSON", unreadable);
        }
    }

    private void awaitAnswers() throws IOException {
        long patient = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (unanswered) {
            try {
                for (long left = PATIENCE_SECONDS * 1000; !unanswered.isEmpty() && left > 0; ) {
                    unanswered.wait(left);
                    left = TimeUnit.NANOSECONDS.toMillis(patient - System.nanoTime());
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException(interrupted);
            }
        }
    }

    /** What the library reads. */
    private final class Requests extends InputStream {
        private InputStream line = new ByteArrayInputStream(new byte[0]);

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = line.read(bytes, offset, length);
            if (read >= 0 || length == 0) {
                return Math.max(read, 0);
            }
            var next = next();
            if (next == null) {
                awaitAnswers();
                end.countDown();
                return -1;
            }
            line = new ByteArrayInputStream((next + "\n").getBytes(StandardCharsets.UTF_8));
            return line.read(bytes, offset, length);
        }
    }

    /** What the library writes, in pieces; a line is passed on whole. */
    private final class Answers extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public void write(int one) throws IOException {
            synchronized (line) {
                if (one != '\n') {
                    line.write(one);
                    return;
                }
                var whole = line.toByteArray();
                line.reset();
                if (whole.length > 0) {
                    McpConversation.this.write(whole);
                    answered(whole);
                }
            }
        }
    }
}
