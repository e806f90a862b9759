package io.proviso.reader;

import io.proviso.replay.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads traces of jobs from CSV files; the header line tells the format. Seconds are cut to whole ones, submission and
 * duration each, before anything is computed.
 */
public final class TraceReader {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Trace.Builder trace = Trace.builder();
    private final List<BadRow> badRows = new ArrayList<>();

    private TraceReader() {}

    /**
     * Reads files as one trace, merged by submission; jobs of one second stay in the order of files and rows.
     *
     * @throws UnreadableTraceException if a file is missing, cannot be read or has an unknown header: all such at once
     */
    public static TraceReading read(List<Path> files) {
        var reader = new TraceReader();
        var problems = new ArrayList<String>();
        for (Path file : files) {
            try {
                reader.read(file);
            } catch (NoSuchFileException _) {
                problems.add(file + ": no such file");
            } catch (AccessDeniedException _) {
                problems.add(file + ": no permission to read it");
            } catch (IOException e) {
                problems.add(file + ": " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new UnreadableTraceException(problems);
        }
        return new TraceReading(reader.trace.build(), reader.badRows);
    }

    private void read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("a directory, not a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            var lines = new ByteLines(in);
            TraceFormat format = format(lines);
            trace.source(file.toString());
            readRows(lines, format, file.toString());
        }
    }

    private void readRows(ByteLines lines, TraceFormat format, String file) throws IOException {
        var row = new Row(format.columns());
        for (int number = 2; lines.next(); number++) {
            try {
                row.split(lines.buffer(), lines.start(), lines.end());
                format.read(row, number, trace);
            } catch (BadField | IllegalArgumentException e) {
                badRows.add(new BadRow(file, number, String.valueOf(e.getMessage()), row.excerpt()));
            }
        }
    }

    private static TraceFormat format(ByteLines lines) throws IOException {
        if (!lines.next()) {
            throw new IOException("empty; a trace starts with one of these headers:\n" + TraceFormat.knownHeaders());
        }
        String header = new String(
                lines.buffer(), lines.start(), Math.min(200, lines.end() - lines.start()), StandardCharsets.UTF_8);
        TraceFormat format = TraceFormat.ofHeader(header.replace(BYTE_ORDER_MARK, ""));
        if (format == null) {
            throw new IOException("unknown header \"" + header.replaceAll("\\p{Cntrl}", "\uFFFD")
                    + "\"\nA trace starts with one of these:\n" + TraceFormat.knownHeaders());
        }
        return format;
    }
}
