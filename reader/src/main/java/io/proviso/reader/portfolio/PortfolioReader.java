package io.proviso.reader.portfolio;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.InvalidPortfolio;
import io.proviso.agreement.Pin;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.rounds.ExtensionRules;
import io.proviso.calendar.BusinessCalendar;
import io.proviso.counsel.due.DiaryRules;
import io.proviso.reader.yaml.BadFiles;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Node.Fields;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import io.proviso.reader.yaml.SourceText;
import io.proviso.reader.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a portfolio from its directory: all of it, or none of it and every reason why. */
public final class PortfolioReader {
    private final PortfolioFiles files;
    private final Problems problems;
    /** Whether so much is missing that whatever the model said of the rest would only follow from that. */
    private boolean unparsed;

    private PortfolioReader(PortfolioFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /**
     * Reads {@code portfolio.yaml} and what lies beside it.
     *
     * @throws BadFiles with every problem of every file, if there is one, and the directory
     */
    public static Portfolio read(Path directory) {
        return read(directory, List.of());
    }

    /**
     * Reads the same with further agreements, from files that lie elsewhere, under a digest that says so.
     *
     * @throws BadFiles as above
     */
    public static Portfolio read(Path directory, List<Path> agreements) {
        var problems = new Problems();
        var files = PortfolioFiles.in(directory, agreements, problems);
        try {
            if (files.contents().isEmpty() && !problems.isEmpty()) {
                throw problems.exception();
            }
            return read(files, problems);
        } catch (BadFiles bad) {
            throw bad.of(directory);
        }
    }

    /**
     * Reads the same as it would be with another record: nothing is written.
     *
     * @throws BadFiles as above
     */
    public static Portfolio readWithRecord(Path directory, String record) {
        var problems = new Problems();
        var files = PortfolioFiles.in(directory, List.of(), problems);
        var contents = new TreeMap<>(files.contents());
        contents.put(PortfolioFiles.RECORD, record.getBytes(StandardCharsets.UTF_8));
        try {
            return read(new PortfolioFiles(contents), problems);
        } catch (BadFiles bad) {
            throw bad.of(directory);
        }
    }

    public static Portfolio read(PortfolioFiles files, Problems problems) {
        return new PortfolioReader(files, problems).portfolio();
    }

    private Portfolio portfolio() {
        Fields headerFile = required(PortfolioFiles.PORTFOLIO);
        Fields vocabularyFile = required(PortfolioFiles.VOCABULARY);
        var decoder = new PortfolioDecoder(problems);
        PortfolioDecoder.Header header = headerFile == null ? null : decoder.header(headerFile);
        Vocabulary vocabulary = vocabularyFile == null ? null : new VocabularyDecoder(problems).decode(vocabularyFile);
        ZoneId zone = header == null ? ZoneOffset.UTC : header.zone();
        Map<String, BusinessCalendar> calendars = calendars(zone);
        List<Agreement> agreements = agreements();
        if (header != null) {
            checkThatAgreementsAreThere(header);
        }
        Fields pinsFile = optional(PortfolioFiles.PINS);
        List<Pin> pins = pinsFile == null ? List.of() : decoder.pins(pinsFile, zone);
        Fields recordFile = optional(PortfolioFiles.RECORD);
        var record = recordFile == null ? PortfolioDecoder.Entries.NONE : decoder.record(recordFile, zone);

        // Where a whole file is missing to the model, most of what it would say of the others is noise.
        if (headerFile == null
                || header == null
                || vocabulary == null
                || unparsed
                || problems.anyIn(PortfolioFiles.VOCABULARY)) {
            throw problems.exception();
        }
        try {
            var portfolio = new Portfolio(
                            header.name(),
                            files.digest(),
                            zone,
                            vocabulary.with(header.desk()),
                            header.silence(),
                            agreements,
                            calendars,
                            pins,
                            record.facts(),
                            record.draws(),
                            record.rounds())
                    .keeping(record.diary());
            problems.add(new InvalidPortfolio(ExtensionRules.problems(portfolio, record.rounds())), headerFile.place());
            problems.add(new InvalidPortfolio(DiaryRules.problems(portfolio)), headerFile.place());
            if (problems.isEmpty()) {
                return portfolio;
            }
        } catch (InvalidPortfolio invalid) {
            problems.add(invalid, headerFile.place());
        }
        throw problems.exception();
    }

    /** A portfolio that lost its agreements would permit all that they forbid, so that it has none must be said. */
    private void checkThatAgreementsAreThere(PortfolioDecoder.Header header) {
        List<String> found = files.in(PortfolioFiles.AGREEMENTS);
        if (header.withoutAgreements() && !found.isEmpty()) {
            problems.addOfSense(
                    header.placeOfAgreements(),
                    "the portfolio is said to have no agreements, but there is " + found.getFirst(),
                    "Remove this line, or the files of agreements/.");
        }
        if (!header.withoutAgreements() && found.isEmpty() && !problems.anyUnder(PortfolioFiles.AGREEMENTS)) {
            unparsed = true;
            problems.addOfSense(
                    SourceText.of(PortfolioFiles.AGREEMENTS, "").whole(),
                    "there is no agreement, and without one nothing would be forbidden",
                    "Write each into a file of agreements/, or say 'agreements: none' in portfolio.yaml.");
        }
    }

    private Map<String, BusinessCalendar> calendars(ZoneId zone) {
        Map<String, CalendarFile> byName = new LinkedHashMap<>();
        List<CalendarFile> calendarFiles = new ArrayList<>();
        for (String name : files.in(PortfolioFiles.CALENDARS)) {
            Fields content = optional(name);
            if (content != null) {
                var file = new CalendarFile(name, content);
                calendarFiles.add(file);
                Node.Text called = content.text("name");
                if (called != null && Scalars.isName(called) && byName.putIfAbsent(called.value(), file) != null) {
                    addTaken(
                            content,
                            "name",
                            "another calendar of this portfolio has this name",
                            "Give each a name of its own.");
                }
            }
        }
        var decoder = new CalendarDecoder(problems, zone, (_, place) -> named(byName, place));
        Map<String, BusinessCalendar> calendars = new LinkedHashMap<>();
        for (CalendarFile file : calendarFiles) {
            BusinessCalendar calendar = decoder.decode(file);
            if (calendar != null) {
                calendars.put(calendar.name(), calendar);
            }
        }
        return calendars;
    }

    private @Nullable CalendarFile named(Map<String, CalendarFile> byName, Node.Text place) {
        CalendarFile named = byName.get(place.value());
        if (named == null) {
            problems.addUnknownElsewhere(place.place(), "calendar", place.value(), byName.keySet());
        }
        return named;
    }

    private List<Agreement> agreements() {
        List<Agreement> agreements = new ArrayList<>();
        Set<String> names = new HashSet<>();
        // Of two with one name, the one that was added is the one too many.
        List<String> inOrder = files.in(PortfolioFiles.AGREEMENTS).stream()
                .sorted(Comparator.comparing(files.further()::contains))
                .toList();
        for (String name : inOrder) {
            Fields file = optional(name);
            Agreement agreement = file == null ? null : new AgreementDecoder(problems).decode(file);
            if (file != null && agreement != null) {
                agreements.add(agreement);
                if (!names.add(agreement.name())) {
                    addTaken(file, name, agreement);
                }
            }
        }
        return agreements;
    }

    private void addTaken(Fields file, String name, Agreement agreement) {
        boolean isFurther = files.further().contains(name);
        unparsed |= isFurther;
        addTaken(
                file,
                "agreement",
                isFurther
                        ? "the portfolio has an agreement named '" + agreement.name() + "' already"
                        : "another agreement of this portfolio has this name",
                isFurther ? PortfolioFiles.REPLACES_NONE : "Give each a name of its own.");
    }

    private void addTaken(Fields file, String key, String what, String advice) {
        Node name = file.value(key);
        problems.addOfSense(name == null ? file.place() : name.place(), what, advice);
    }

    private @Nullable Fields required(String name) {
        if (files.get(name) == null) {
            problems.addOfSense(SourceText.of(name, "").whole(), "there is no such file", "Every portfolio has one.");
        }
        return optional(name);
    }

    private @Nullable Fields optional(String name) {
        byte[] bytes = files.get(name);
        Fields file = bytes == null ? null : YamlFile.parse(name, bytes, problems);
        unparsed |= bytes != null && file == null;
        return file;
    }
}
