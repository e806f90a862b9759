package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.proviso.reader.trace.BadRow;
import io.proviso.reader.trace.SharedIds;
import io.proviso.reader.trace.TraceReader;
import io.proviso.reader.trace.UnreadableTraceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No job counts twice unsaid: neither because its trace is given twice nor because its id stands in two rows. */
class TwiceInATraceTest {
    private static final String MICROSOFT = "job_id,submission_time,duration,num_gpu\n";
    private static final String PHILLY = "timestamp,duration,num_gpus,cluster\n";

    @TempDir
    Path directory;

    @Test
    void aTraceGivenTwiceIsRefusedWithBothPlacesHoweverItIsNamed() throws IOException {
        var first = file("first.csv", MICROSOFT + "a,0,10,1\n");
        var other = file("other.csv", MICROSOFT + "b,0,10,1\n");
        var copy = file("copy.csv", MICROSOFT + "a,0,10,1\n");
        var around = directory.resolve("here").resolve("..").resolve("other.csv");
        Files.createDirectory(directory.resolve("here"));
        var link = Files.createSymbolicLink(directory.resolve("link.csv"), first);
        var refusal = assertThrows(
                UnreadableTraceException.class,
                () -> TraceReader.read(List.of(first, other, first, copy, around, link)));
        var rest = "), each of its jobs would count twice\nGive it once.";
        assertEquals(
                Stream.of(
                                first + ": trace 3 is the same file as trace 1 (" + first + rest,
                                copy + ": trace 4 holds the same bytes as trace 1 (" + first + rest,
                                around + ": trace 5 is the same file as trace 2 (" + other + rest,
                                link + ": trace 6 is the same file as trace 1 (" + first + rest)
                        .collect(Collectors.joining("\n")),
                refusal.getMessage());
    }

    @Test
    void tracesOfOneLengthThatDifferAreTwo() throws IOException {
        var one = file("one.csv", PHILLY + "2017-10-01 00:00:45,30.0,1,6214e9\n");
        var two = file("two.csv", PHILLY + "2017-10-01 00:00:46,30.0,1,6214e9\n");
        assertEquals(2, TraceReader.read(List.of(one, two)).trace().size());
    }

    /** Rows are told by their ids; what is left out is told as row and row before. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a b c                | ''
        a b a                | 4>2
        a a a                | 3>2 4>2
        a b a b              | 4>2 5>3
        a A                  | ''
        1 01 1.0             | ''
        1 11 111 11          | 5>3
        ab ba abba           | ''
        x-1 x-2 x-3 x-1      | 5>2
        é é e                | 3>2
        - -                  | 3>2
        """)
    void anIdThatStandsTwiceInAFileIsOneJob(String ids, String left) throws IOException {
        var rows = ids.split(" ", -1);
        var reading = TraceReader.read(List.of(file("a.csv", MICROSOFT + rows(List.of(rows)))));
        assertEquals(
                left,
                reading.badRows().stream()
                        .map(bad -> bad.row() + ">" + bad.what().replaceAll("\\D*\"[^\"]*\"\\D*(\\d+) already", "$1"))
                        .collect(Collectors.joining(" ")));
        assertEquals(rows.length - reading.badRows().size(), reading.trace().size());
    }

    @Test
    void theRowThatRepeatsAJobIsNamedWithTheOtherOne() throws IOException {
        var file = file("a.csv", MICROSOFT + "\"x,y\",0,10,1\nz,0,10,1\n\"x,y\",5,20,2\n");
        assertEquals(
                List.of(new BadRow(file.toString(), 4, "job_id \"x,y\" is the job of row 2 already", "\"x,y\",5,20,2")),
                TraceReader.read(List.of(file)).badRows());
    }

    @Test
    void aRowThatHoldsNoJobTakesNoId() throws IOException {
        var reading = TraceReader.read(List.of(file("a.csv", MICROSOFT + "x,0,10,0\nx,0,10,1\n")));
        assertEquals(List.of(2), reading.badRows().stream().map(BadRow::row).toList());
        assertEquals(1, reading.trace().size());
    }

    @Test
    void jobsWithoutAnIdAreNotTheSame() throws IOException {
        var reading = TraceReader.read(List.of(
                file("a.csv", MICROSOFT + ",0,10,1\n,0,10,1\n\"\",0,10,1\n"),
                file("p.csv", PHILLY + "2017-10-01 00:00:45,30.0,1,x\n2017-10-01 00:00:45,30.0,1,x\n")));
        assertEquals(5, reading.trace().size());
    }

    @Test
    void filesThatShareIdsAreTold() throws IOException {
        var first = file("first.csv", MICROSOFT + rows(List.of("a", "b", "c")));
        var second = file("second.csv", MICROSOFT + rows(List.of("d", "c", "b")));
        var third = file("third.csv", MICROSOFT + rows(List.of("c", "d", "e")));
        var reading = TraceReader.read(List.of(first, second, third));
        assertEquals(9, reading.trace().size());
        assertEquals(
                List.of(
                        new SharedIds(second.toString(), first.toString(), 2, 3, 4),
                        new SharedIds(third.toString(), first.toString(), 1, 2, 4),
                        new SharedIds(third.toString(), second.toString(), 1, 3, 2)),
                reading.shared());
        assertEquals(
                List.of(
                        second + ":3: its job id and 1 other are in " + first + " too, its own in row 4",
                        third + ":2: its job id is in " + first + " too, in row 4",
                        third + ":3: its job id is in " + second + " too, in row 2"),
                reading.shared().stream().map(SharedIds::toString).toList());
    }

    @Test
    void aHundredThousandIdsAreToldApart() throws IOException {
        var ids = IntStream.range(0, 100_000).mapToObj(i -> "job-" + i).toList();
        var reading = TraceReader.read(List.of(file("a.csv", MICROSOFT + rows(ids) + rows(ids.subList(7, 9)))));
        assertEquals(100_000, reading.trace().size());
        assertEquals(
                List.of(
                        "job_id \"job-7\" is the job of row 9 already",
                        "job_id \"job-8\" is the job of row 10 already"),
                reading.badRows().stream().map(BadRow::what).toList());
    }

    private static String rows(List<String> ids) {
        return ids.stream().map(id -> id + ",0,10,1\n").collect(Collectors.joining());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
