package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.reader.trace.BadRow;
import io.proviso.reader.trace.TraceReader;
import io.proviso.reader.trace.TraceReading;
import io.proviso.reader.trace.UnreadableTraceException;
import io.proviso.replay.queue.Trace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traces are comma-separated values as RFC 4180 has them: what stands in quotes is one field, whatever it holds. */
class QuotedRowsTest {
    private static final String HEADER = "job_id,submission_time,duration,num_gpu";

    @TempDir
    Path directory;

    /** {@code \n}, {@code \r} and {@code \q} stand for the ends of lines and for a quote; jobs are told as submission x GPUs. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        \\qa,b\\q,0,10,1\\n\\qc\\nd\\q,1,10,2\\ne,2,10,3   | 0x1 1x2 2x3
        \\qa\\q,\\q0\\q,\\q10\\q,\\q1\\q                   | 0x1
        \\qa\\q,\\q0.9\\q,\\q1e1\\q,\\q1.0\\q              | 0x1
        \\qsay \\q\\qhello\\q\\q\\q,4,10,2                 | 4x2
        \\q\\q\\q\\q,4,10,2                                | 4x2
        \\q\\q,4,10,2                                      | 4x2
        \\qa\\r\\nb\\q,4,10,2\\r\\nc,5,10,3\\r\\n          | 4x2 5x3
        \\q\\n\\n\\n\\q,4,10,2\\nc,5,10,3                  | 4x2 5x3
        \\q,,,\\q,4,10,2\\n\\q\\n,\\q,5,10,3               | 4x2 5x3
        a,4,10,\\q2\\q\\r\\nb,5,10,\\q3\\q                 | 4x2 5x3
        \\qa\\q\\q,\\n\\q\\qb\\q,4,10,2                    | 4x2
        \\q'a'\\q,4,10,2                                   | 4x2
        """)
    void aFieldInQuotesMayHoldCommasLineEndsAndQuotes(String rows, String jobs) throws IOException {
        var reading = read(HEADER + "\n" + raw(rows));
        assertEquals(List.of(), reading.badRows());
        assertEquals(jobs, jobs(reading.trace()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a\\qb,4,10,2                   | a quote stands in a field that does not begin with one
        a,4,10,2\\q                    | a quote stands in a field that does not begin with one
        \\qa\\qb,4,10,2                | something stands behind the quote that ends a field
        \\qa\\q ,4,10,2                | something stands behind the quote that ends a field
        \\qa,4\\q,10,2                 | 3 columns instead of 4
        \\qa\\q,4,10,2,                | 5 columns instead of 4
        a,\\q\\q,10,2                  | submission_time "" is not a number
        a,\\q4,5\\q,10,2               | submission_time "4,5" is not a number
        a,4,10,\\q1\\n\\q              | num_gpu "1\uFFFD" is not a number
        """)
    void aRowWhoseQuotesAreTornIsNamedAndTheNextOneIsRead(String row, String what) throws IOException {
        var reading = read(HEADER + "\n" + raw(row) + "\nz,7,10,8\n");
        assertEquals(what, reading.badRows().getFirst().what());
        assertEquals(1, reading.badRows().size());
        assertEquals("7x8", jobs(reading.trace()));
    }

    @Test
    void aRowIsNamedByTheLineOnWhichAnEditorShowsItsBegin() throws IOException {
        var reading = read(HEADER + "\n\"a\nb\nc\",0,10,1\nd,0,10,0\n\"e\n\",0,10,0\nf,0,10,0\n");
        assertEquals(
                List.of(5, 6, 8), reading.badRows().stream().map(BadRow::row).toList());
        assertEquals(2, reading.trace().job(0).row());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        \\qjob_id\\q,\\qsubmission_time\\q,\\qduration\\q,\\qnum_gpu\\q
        \\qjob_id\\q,submission_time,duration,num_gpu
        \uFEFFjob_id,submission_time,duration,num_gpu
        \uFEFF\\qjob_id\\q,\\qsubmission_time\\q,duration,num_gpu\\r
        job_id,submission_time,duration,num_gpu\\r
        """)
    void aHeaderIsKnownInQuotesBehindAByteOrderMarkAndWithEitherEndOfLine(String header) throws IOException {
        assertEquals("4x2", jobs(read(raw(header) + "\na,4,10,2\n").trace()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        \\qjob_id,submission_time,duration,num_gpu\\q
        job_id\uFEFF,submission_time,duration,num_gpu
        job_id,submission_time,duration,num_gpu,
        \\qjob_id\\qx,submission_time,duration,num_gpu
        job_id;submission_time;duration;num_gpu
        """)
    void aHeaderThatOnlyLooksAlikeIsRefused(String header) throws IOException {
        var file = file(raw(header) + "\na,4,10,2\n");
        var refusal = assertThrows(UnreadableTraceException.class, () -> TraceReader.read(List.of(file)));
        assertTrue(String.valueOf(refusal.getMessage()).contains("unknown header"), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "1, 4", "50000, 50003"})
    void aQuoteThatNeverClosesIsRefusedWithTheLineOnWhichItOpened(int before, int line) throws IOException {
        var rows =
                IntStream.range(0, before).mapToObj(i -> "j" + i + ",0,1,1\n").collect(Collectors.joining());
        var file = file(HEADER + "\nfirst,0,1,1\n" + rows + "\"a,0,10,1\nb,0,10,1\n");
        var refusal = assertThrows(UnreadableTraceException.class, () -> TraceReader.read(List.of(file)));
        assertEquals(
                file + ": the quoted field that begins in line " + line + " does not end before the file does\n"
                        + "Close it with a quote, or write a quote that belongs to it twice.",
                refusal.getMessage());
    }

    @Test
    void aFieldInQuotesMayBeLongerThanTheBuffer() throws IOException {
        var reading = read(HEADER + "\n\"" + "x,\n".repeat(100_000) + "\",4,10,2\nb,5,10,3\n");
        assertEquals("4x2 5x3", jobs(reading.trace()));
        assertEquals(300_002 - 200_000 + 1, reading.trace().job(1).row());
    }

    private TraceReading read(String text) throws IOException {
        return TraceReader.read(List.of(file(text)));
    }

    private Path file(String text) throws IOException {
        return Files.write(directory.resolve("trace.csv"), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String raw(String shown) {
        return shown.replace("\\n", "\n").replace("\\r", "\r").replace("\\q", "\"");
    }

    private static String jobs(Trace trace) {
        return IntStream.range(0, trace.size())
                .mapToObj(job -> trace.submission(job) + "x" + trace.gpus(job))
                .collect(Collectors.joining(" "));
    }
}
