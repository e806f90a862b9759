package io.proviso.reader.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.proviso.replay.queue.Job;
import io.proviso.replay.queue.Trace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceReaderTest {
    private static final String MICROSOFT = "job_id,submission_time,duration,num_gpu\n";
    private static final String PHILLY = "timestamp,duration,num_gpus,cluster\n";

    @TempDir
    Path directory;

    @Test
    void secondsAreCutToWholeOnesAndTheLastRowNeedsNoNewline() throws IOException {
        Path file = file("a.csv", MICROSOFT + "x,20.9,5.999,8\r\ny,7,1.5e3,1");
        assertEquals(
                List.of(new Job(file.toString(), 3, 7, 1500, 1), new Job(file.toString(), 2, 20, 5, 8)),
                jobs(TraceReader.read(List.of(file))));
    }

    @Test
    void phillyTimesAreWallClock() throws IOException {
        Path file = file("p.csv", "\uFEFF" + PHILLY + "2017-10-01 00:00:45,30.0,1,6214e9\n2020-02-29T23:59:59,1,2,x\n");
        TraceReading reading = TraceReader.read(List.of(file));
        assertEquals(List.of(), reading.badRows());
        assertEquals(
                Instant.parse("2017-10-01T00:00:45Z").getEpochSecond(),
                reading.trace().submission(0));
        assertEquals(30, reading.trace().duration(0));
        assertEquals(
                Instant.parse("2020-02-29T23:59:59Z").getEpochSecond(),
                reading.trace().submission(1));
    }

    @Test
    void filesOfBothKindsMergeInTheOrderGiven() throws IOException {
        Path late = file("late.csv", PHILLY + "1970-01-01 00:00:09,1,1,x\n");
        Path early = file("early.csv", MICROSOFT + "x,9,1,2\ny,3,1,3\n");
        List<Job> jobs = jobs(TraceReader.read(List.of(late, early)));
        assertEquals(List.of(3, 1, 2), jobs.stream().map(Job::gpus).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x,1,2               | 3 columns instead of 4
            x,1,2,3,4           | 5 columns instead of 4
            x,1,2,              | num_gpu "" is not a number
            x,one,2,3           | submission_time "one" is not a number
            x,1,NaN,3           | duration "NaN" is not a number
            x,1,Infinity,3      | duration "Infinity" is not a number
            x,-1,2,3            | submission_time -1 is negative
            x,1,-0.5,3          | duration -0.5 is negative
            x,1,2,0             | 0 GPUs is outside 1 to 2147483647
            x,1,2,1.5           | num_gpu 1.5 is not a whole number
            x,1,2,1e-999999999  | num_gpu 1e-999999999 is not a whole number
            x,1,1e999999999,1   | duration 1e999999999 is too large
            x,1,2147483648,1    | duration 2147483648 s is outside 0 to 2147483647 (68 years)
            x,99999999999999,2,3| submission 99999999999999 s is outside 0 to 253402300799 (the year 9999)
            x,9999999999999999999999,2,3 | submission_time 9999999999999999999999 is too large
            """)
    void aBadRowIsNamedAndTheOthersAreRead(String row, String what) throws IOException {
        Path file = file("a.csv", MICROSOFT + "x,1,2,3\n" + row + "\ny,4,5,6\n");
        TraceReading reading = TraceReader.read(List.of(file));
        assertEquals(List.of(new BadRow(file.toString(), 3, what, row)), reading.badRows());
        assertEquals(2, reading.trace().size());
    }

    @ParameterizedTest
    @CsvSource({
        "2017-02-30 00:00:00",
        "2017-10-01 24:00:00",
        "2017-10-01",
        "2017-10-01 00:00:4x",
        "2017/10/01 00:00:45",
        "1506816045"
    })
    void whatIsNoTimeIsABadRow(String time) throws IOException {
        Path file = file("p.csv", PHILLY + time + ",30.0,1,6214e9\n");
        assertEquals(
                "timestamp \"" + time + "\" is not a time like 2017-10-01 00:00:45",
                TraceReader.read(List.of(file)).badRows().getFirst().what());
    }

    @Test
    void anEmptyRowIsNotLostSilently() throws IOException {
        Path file = file("a.csv", MICROSOFT + "x,1,2,3\n\ny,4,5,6\n");
        assertEquals(
                file + ":3: empty row: ",
                TraceReader.read(List.of(file)).badRows().getFirst().toString());
    }

    @Test
    void aLongRowIsCutInTheReport() throws IOException {
        Path file = file("a.csv", MICROSOFT + "x\t".repeat(500) + "\n");
        String text = TraceReader.read(List.of(file)).badRows().getFirst().text();
        assertEquals("x\uFFFD".repeat(40) + "…", text);
    }

    @Test
    void rowsLongerThanTheBufferAndManyRowsAreRead() throws IOException {
        var text = new StringBuilder(MICROSOFT).append("x".repeat(200_000)).append(",0,2,3\n");
        for (int row = 3; row <= 20_000; row++) {
            text.append("job-").append(row).append(',').append(row).append(",60,1\n");
        }
        TraceReading reading = TraceReader.read(List.of(file("a.csv", text.toString())));
        assertEquals(List.of(), reading.badRows());
        assertEquals(19_999, reading.trace().size());
        for (int job = 1; job < reading.trace().size(); job++) {
            assertEquals(job + 2, reading.trace().submission(job));
        }
    }

    @Test
    void everyFileThatCannotBeReadIsNamedAtOnce() throws IOException {
        Path missing = directory.resolve("missing.csv");
        Path empty = file("empty.csv", "");
        Path foreign = file("foreign.csv", "a,b\n1,2\n");
        var refusal = assertThrows(
                UnreadableTraceException.class, () -> TraceReader.read(List.of(missing, directory, empty, foreign)));
        String headers = "  job_id,submission_time,duration,num_gpu\n  timestamp,duration,num_gpus,cluster";
        assertEquals(
                missing + ": no such file\n" + directory + ": a directory, not a file\n" + empty
                        + ": empty; a trace starts with one of these headers:\n" + headers + "\n" + foreign
                        + ": unknown header \"a,b\"\nA trace starts with one of these:\n" + headers,
                refusal.getMessage());
    }

    @Test
    void aFileWithoutALineEndIsRefusedBeforeItFillsTheMemory() throws IOException {
        Path file = directory.resolve("binary");
        Files.write(file, new byte[20 << 20]);
        var refusal = assertThrows(UnreadableTraceException.class, () -> TraceReader.read(List.of(file)));
        assertEquals(file + ": a line is longer than 16777216 bytes", refusal.getMessage());
    }

    private Path file(String name, String text) throws IOException {
        return Files.write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Job> jobs(TraceReading reading) {
        assertEquals(List.of(), reading.badRows());
        Trace trace = reading.trace();
        var jobs = new ArrayList<Job>();
        for (int job = 0; job < trace.size(); job++) {
            jobs.add(trace.job(job));
        }
        return jobs;
    }
}
