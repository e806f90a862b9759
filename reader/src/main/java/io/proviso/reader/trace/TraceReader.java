package io.proviso.reader.trace;

import io.proviso.replay.queue.Trace;
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
    private static final int HEADER_SHOWN = 200;

    private final Trace.Builder trace = Trace.builder();
    private final List<BadRow> badRows = new ArrayList<>();
    private final JobNames names = new JobNames();

    private TraceReader() {}

    /**
     * Reads files as one trace, merged by submission; jobs of one second stay in the order of files and rows.
     *
     * @throws UnreadableTraceException if a file is missing, cannot be read, has an unknown header or is one of the others once
     *     more: all such at once
     */
    public static TraceReading read(List<Path> files) {
        var reader = new TraceReader();
        var problems = new ArrayList<>(SameTrace.among(files));
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
        return new TraceReading(reader.trace.build(), reader.badRows, reader.names.shared());
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
        names.file(file);
        while (lines.next()) {
            try {
                row.split(lines.buffer(), lines.start(), lines.end());
                format.read(row, lines.number(), trace);
                named(row, format.id(), lines.number());
            } catch (BadField | IllegalArgumentException e) {
                badRows.add(new BadRow(file, lines.number(), String.valueOf(e.getMessage()), row.excerpt()));
            }
        }
    }

    /** A job that its file has already would be run twice; only the first is. */
    private void named(Row row, int column, int number) throws BadField {
        long id = column == TraceFormat.NO_ID ? 0 : row.hash(column);
        int before = id == 0 ? 0 : names.before(id, number);
        if (before != 0) {
            trace.takeBack();
            throw new BadField(row.shown(column) + " is the job of row " + before + " already");
        }
    }

    private static TraceFormat format(ByteLines lines) throws IOException {
        if (!lines.next()) {
            throw new IOException("empty; a trace starts with one of these headers:\n" + TraceFormat.knownHeaders());
        }
        TraceFormat format = TraceFormat.ofHeader(names(lines));
        if (format == null) {
            String header = new String(
                    lines.buffer(),
                    lines.start(),
                    Math.min(HEADER_SHOWN, lines.end() - lines.start()),
                    StandardCharsets.UTF_8);
            throw new IOException("unknown header \"" + header.replaceAll("\\p{Cntrl}", "\uFFFD")
                    + "\"\nA trace starts with one of these:\n" + TraceFormat.knownHeaders());
        }
        return format;
    }

    /** The columns that the header names; none if it is no line of values. */
    private static List<String> names(ByteLines lines) {
        var fields = new QuotedFields(lines.buffer(), lines.start(), lines.end());
        var names = new ArrayList<String>();
        try {
            int begin = 0;
            boolean more = true;
            while (more) {
                more = fields.next();
                names.add(new String(fields.bytes(), begin, fields.end() - begin, StandardCharsets.UTF_8));
                begin = fields.end() + 1;
            }
            return names;
        } catch (BadField _) {
            return List.of();
        }
    }
}
