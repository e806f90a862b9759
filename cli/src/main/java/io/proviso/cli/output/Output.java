package io.proviso.cli.output;

import io.proviso.units.Printable;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One of the two streams to people, and the only way there: nothing that moves a cursor or is not seen passes as it is, whoever wrote it.
 * A reader who has had enough, as {@code head} has, is no failure: the rest is not written, and nobody is told.
 */
public final class Output {
    private final OutputStream stream;
    private final boolean byLine;
    private final int columns;
    private boolean isLeft;
    private @Nullable IOException failure;

    /**
     * Writes UTF-8, whatever the terminal claims.
     *
     * @param byLine whether somebody may be waiting for each line; an answer may be large
     */
    public Output(OutputStream stream, boolean byLine) {
        this(stream, byLine, Integer.MAX_VALUE);
    }

    /**
     * The same on a terminal.
     *
     * @param columns how wide it is; longer lines are folded
     */
    public Output(OutputStream stream, boolean byLine, int columns) {
        this.stream = stream;
        this.byLine = byLine;
        this.columns = columns;
    }

    public static Output stdout() {
        return new Output(buffered(FileDescriptor.out), false);
    }

    public static Output stderr(int columns) {
        return new Output(buffered(FileDescriptor.err), true, columns);
    }

    public static Output unheard() {
        return new Output(OutputStream.nullOutputStream(), false);
    }

    private static OutputStream buffered(FileDescriptor descriptor) {
        return new BufferedOutputStream(new FileOutputStream(descriptor));
    }

    public void print(String text) {
        var shown = Printable.escaped(text);
        write((columns == Integer.MAX_VALUE ? shown : Folded.text(shown, columns)).getBytes(StandardCharsets.UTF_8));
    }

    public void println(String line) {
        print(line + "\n");
    }

    public void println() {
        print("\n");
    }

    public void flush() {
        writing(stream::flush);
    }

    /** Whether whoever read this has gone: further work for it is lost. */
    public boolean isLeft() {
        return isLeft;
    }

    /** Why something is missing, if it is not the reader's wish. */
    @Nullable
    public IOException failure() {
        return failure;
    }

    /** For libraries that print; what they print passes here too. */
    public PrintWriter writer() {
        return new PrintWriter(
                new Writer() {
                    @Override
                    public void write(char[] characters, int offset, int length) {
                        print(new String(characters, offset, length));
                    }

                    @Override
                    public void flush() {
                        Output.this.flush();
                    }

                    @Override
                    public void close() {
                        flush();
                    }
                },
                true);
    }

    /** For a picture that is drawn over and over, which needs to move the cursor; its words are ours. */
    public PrintStream canvas() {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        write(new byte[] {(byte) b}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) {
                        writing(() -> stream.write(bytes, offset, length));
                    }

                    @Override
                    public void flush() {
                        Output.this.flush();
                    }
                },
                true,
                StandardCharsets.UTF_8);
    }

    private void write(byte[] bytes) {
        writing(() -> stream.write(bytes));
        if (byLine) {
            flush();
        }
    }

    private interface Writing {
        void write() throws IOException;
    }

    private void writing(Writing writing) {
        if (isLeft || failure != null) {
            return;
        }
        try {
            writing.write();
        } catch (IOException e) {
            // The JDK has no type for it; the launcher sees to it that the system says it in English.
            isLeft = String.valueOf(e.getMessage()).contains("Broken pipe");
            failure = isLeft ? null : e;
        }
    }
}
