package io.proviso.cli.rounds;

import io.proviso.agreement.Round;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.cli.files.RecordEntry;
import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.OutputFile;
import io.proviso.counsel.notice.RoundNotice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts something to the holder of a right: writes the notice, and the round into the record. */
@Command(
        name = "offer",
        mixinStandardHelpOptions = true,
        description = "Puts something to the holder of a right: writes the notice, and the round into record.yaml.",
        footer = {
            "",
            "  ${ROOT-COMMAND-NAME} round offer --portfolio contracts --right lease/first \\",
            "    --put seats=100 --put \"price=10.00 USD\" --at 2026-03-02T10:00-05:00 --notice notices"
        })
final class RoundOffer implements Callable<Integer> {
    @Option(
            names = "--right",
            required = true,
            paramLabel = "AGREEMENT/CLAUSE",
            description = "The right, as a ruling cites it.")
    private String right = "";

    @Option(
            names = "--put",
            required = true,
            paramLabel = "TERM=VALUE",
            description = "What is put: values of facets, one number, price, start, term.")
    private List<String> put = List.of();

    @Option(names = "--id", paramLabel = "ID", description = "Default: the clause and the next number.")
    private @Nullable String id;

    @Option(names = "--request", paramLabel = "ID", description = "The need of yours that it belongs to.")
    private @Nullable String request;

    @Option(
            names = "--notice",
            paramLabel = "DIR",
            description = "Where the notice is written: a page that prints, a text, and a message to send.")
    private @Nullable Path notices;

    @Mixin
    private final RoundEntry entry = new RoundEntry();

    private final Console console;
    private final InstantSource clock;

    RoundOffer(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var portfolio = entry.read();
        var sent = entry.at(portfolio, clock);
        var name = id == null ? nextId(portfolio) : id;
        var notice = notice(entry.drafted(line(portfolio, name, sent, null)).portfolio(), name);
        if (!notice.missing().isEmpty()) {
            throw new BadInputException("the clause demands in a notice what this one does not say: "
                    + String.join(", ", notice.missing()) + "; without it no clock runs, and nothing was written"
                    + "\n" + advice(notice));
        }
        var line = line(portfolio, name, sent, notice.digest());
        var draft = entry.drafted(line);
        write(notice, name, sent);
        entry.write(draft);
        entry.tell(console, draft, line, name, sent, clock);
        Stream.concat(
                        new ReachWarnings(portfolio).of(RoundCommand.round(draft.portfolio(), name)).stream(),
                        new RanksBefore(draft.portfolio()).notRefused(name, sent).stream())
                .forEach(warning -> console.err().print(warning + "\n"));
        console.out().print("\n" + notice.text());
        console.out().print("\nDigest of the notice: " + notice.digest() + "\n");
        if (notices != null && !entry.isDry()) {
            console.out().print("Written to " + notices + ": " + name + ".html, " + name + ".txt, " + name + ".eml\n");
        }
        return ExitCode.ANSWERED;
    }

    private static String advice(RoundNotice notice) {
        if (notice.unnamed().isEmpty()) {
            return "Say it with --put, as in --put " + notice.missing().getFirst() + "=…";
        }
        var facet = notice.unnamed().getFirst();
        return "No facet of the vocabulary is for '" + facet + "': say in portfolio.yaml which one is, as in desk: {"
                + facet + ": FACET}, and put that.";
    }

    private RecordEntry line(Portfolio portfolio, String name, Instant sent, @Nullable String digest) {
        var line = new RecordEntry().say("round", name, "--id").say("right", right, "--right");
        if (request != null) {
            line.say("request", request, "--request");
        }
        var terms = new RecordEntry();
        terms().forEach((term, value) -> terms.say(term, value, "--put " + term));
        var notice = new RecordEntry().say("sent", RoundEntry.written(sent, portfolio), "--at");
        entry.recorded(notice, portfolio, clock);
        if (digest != null) {
            notice.say("digest", digest, "--notice");
        }
        return entry.source(line.nested("put", terms, "--put").nested("notice", notice, "--at"));
    }

    /** Each term once: of two values nobody could know which was meant. */
    private Map<String, String> terms() {
        var terms = new LinkedHashMap<String, String>();
        for (var each : put) {
            int equals = each.indexOf('=');
            if (equals < 1) {
                throw new BadInputException(
                        "--put: '" + each + "' is not of the form term=value\nSay for example --put seats=100.");
            }
            if (terms.put(each.substring(0, equals), each.substring(equals + 1)) != null) {
                throw new BadInputException("--put: '" + each.substring(0, equals) + "' is put twice\nPut it once.");
            }
        }
        return terms;
    }

    private RoundNotice notice(Portfolio portfolio, String name) {
        var rulings = new CompiledPortfolio(portfolio);
        var round = RoundCommand.round(portfolio, name);
        requireInForce(rulings, round);
        return RoundNotice.of(rulings, round);
    }

    /** A right asks for an offer only while it stands. */
    private static void requireInForce(CompiledPortfolio rulings, Round round) {
        var sent = round.notice().sent();
        var portfolio = rulings.portfolio();
        boolean stands = rulings.inForce(sent, portfolio.knownAt(sent, sent)).stream()
                .flatMap(agreement -> agreement.clauses().stream())
                .anyMatch(clause -> clause.id().equals(round.right()));
        if (!stands) {
            throw new BadInputException("--at: " + round.right() + " is not in force on "
                    + sent.atZone(portfolio.zone()).toLocalDate()
                    + ", so that nothing has to be offered under it and nothing was written\n"
                    + "Name an instant at which it stands, or another right.");
        }
    }

    /** Before the record, so that no round stands there whose notice could not be written; and never over another notice. */
    private void write(RoundNotice notice, String name, Instant sent) {
        var directory = notices;
        if (directory != null && !entry.isDry()) {
            var page = fresh(directory, name + ".html");
            var text = fresh(directory, name + ".txt");
            var mail = fresh(directory, name + ".eml");
            page.write(notice.page().html());
            text.write(notice.text());
            mail.write(notice.mail(sent));
        }
    }

    private static OutputFile fresh(Path directory, String name) {
        if (Files.exists(directory.resolve(name))) {
            throw new BadInputException("--notice: '" + directory.resolve(name)
                    + "' is there already; nothing was written\nName another directory, or another --id.");
        }
        return OutputFile.tried("--notice", directory, name);
    }

    private String nextId(Portfolio portfolio) {
        var named = ClauseName.of(right);
        var clause = named == null ? right : named.clause();
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> clause + "-" + n)
                .filter(free -> portfolio.rounds().stream()
                        .noneMatch(round -> round.id().equals(free)))
                .findFirst()
                .orElseThrow();
    }
}
