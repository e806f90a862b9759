package io.proviso.counsel;

import io.proviso.agreement.ClauseVersion;
import io.proviso.agreement.CompiledPortfolio;
import io.proviso.agreement.DeskWords;
import io.proviso.agreement.FirstRefusal;
import io.proviso.agreement.Preemption;
import io.proviso.agreement.RightInForce;
import io.proviso.agreement.Round;
import io.proviso.units.Party;
import io.proviso.units.Sha256;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The notice by which something is put to the holder of a right: what is put, which clause demands what of it, until when the holder
 * may answer and what its silence means.
 *
 * @param missing what the clause demands in a notice and this one does not say
 */
public record RoundNotice(Page page, String text, Party holder, List<String> missing) {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu HH:mm zzz", Locale.ENGLISH);
    private static final DateTimeFormatter MAIL =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);

    public RoundNotice {
        missing = List.copyOf(missing);
    }

    /** As the right stood when the notice was sent. */
    public static RoundNotice of(CompiledPortfolio rulings, Round round) {
        var sent = round.notice().sent();
        var knownAt = rulings.portfolio().knownAt(sent, sent);
        var right = rulings.right(round.right(), sent, knownAt);
        var version = rulings.inForce(sent, knownAt).stream()
                .flatMap(agreement -> agreement.clauses().stream())
                .filter(clause -> clause.id().equals(round.right()))
                .findFirst()
                .orElseThrow();
        return new Writer(
                        round,
                        right,
                        version,
                        rulings.portfolio().zone(),
                        rulings.portfolio().vocabulary().desk())
                .write();
    }

    /** Of the text, which a receipt acknowledges. */
    public String digest() {
        return Sha256.of(text);
    }

    /** As a message that a mail program opens; to whom it goes is for the sender to say. */
    public String mail(Instant sent) {
        return String.join(
                "\r\n",
                "Subject: " + page.title(),
                "To: " + holder + " <>",
                "Date: " + MAIL.format(sent.atOffset(ZoneOffset.UTC)),
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: 8bit",
                "",
                text.replace("\n", "\r\n"));
    }

    /** What a clause demands, as a term of a round names it. */
    private static String term(Preemption.Field field, DeskWords words) {
        return switch (field) {
            case PRICE -> "price";
            case FABRIC -> "fabric";
            case REGION -> words.orOwn(DeskWords.Of.REGION);
            case LATEST_START -> "start";
            case RAMP -> "ramp";
            case COUNTERPARTY -> words.orOwn(DeskWords.Of.SUPPLIER);
        };
    }

    private record Writer(Round round, RightInForce right, ClauseVersion version, ZoneId zone, DeskWords words) {
        RoundNotice write() {
            var title = "Notice under " + round.right().agreement() + ", clause "
                    + round.right().clause() + ": round " + round.id();
            var page = new Page(title, blocks());
            return new RoundNotice(page, plain(title), right.terms().holder(), missing());
        }

        private List<String> missing() {
            return right.terms().preemption().conduct().notice().stream()
                    .map(field -> term(field, words))
                    .filter(term -> !round.put().containsKey(term))
                    .sorted()
                    .toList();
        }

        private List<Page.Block> blocks() {
            return List.of(
                    new Page.Paragraph("To " + right.terms().holder() + ", from " + customers() + ". Sent "
                            + when(round.notice().sent(), zone) + "."),
                    new Page.Heading("What is put to you"),
                    new Table(
                            List.of("term", "what", "why it stands here"),
                            rows().stream()
                                    .map(row -> List.of(row.term(), row.what(), row.why()))
                                    .toList()),
                    new Page.Heading("The clause"),
                    new Page.Paragraph(version.clause().words().says()),
                    new Page.Paragraph(version.clause().provenance().source().words()),
                    new Page.Heading("Your answer"),
                    new Page.Bullets(answer().stream().map(Page.Bullet::new).toList()));
        }

        private String plain(String title) {
            var lines = new ArrayList<String>();
            lines.add(title);
            lines.add("");
            lines.add("To " + right.terms().holder() + ", from " + customers() + ". Sent "
                    + when(round.notice().sent(), zone) + ".");
            lines.add("");
            lines.add("What is put to you");
            rows().forEach(row -> lines.add("  " + row.term() + ": " + row.what() + " (" + row.why() + ")"));
            lines.add("");
            lines.add("The clause");
            lines.add("  " + version.clause().words().says());
            lines.add("  " + version.clause().provenance().source().words());
            lines.add("");
            lines.add("Your answer");
            answer().forEach(sentence -> lines.add("  " + sentence));
            lines.add("");
            lines.add("Not legal advice.");
            return String.join("\n", lines) + "\n";
        }

        private record Row(String term, String what, String why) {}

        private List<Row> rows() {
            var demanded = right.terms().preemption().conduct().notice().stream()
                    .map(field -> term(field, words))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return round.put().entrySet().stream()
                    .map(entry -> new Row(
                            entry.getKey(),
                            entry.getValue().told(),
                            demanded.contains(entry.getKey())
                                    ? "the clause demands it in a notice"
                                    : "a refusal frees for this"))
                    .toList();
        }

        private String customers() {
            return version.agreement().parties().keySet().stream()
                    .filter(party -> !party.equals(right.terms().holder()))
                    .map(Object::toString)
                    .collect(Collectors.joining(" and "));
        }

        private List<String> answer() {
            var sentences = new ArrayList<String>();
            var window = right.window();
            if (window == null) {
                sentences.add("How long you have to answer is disclosed nowhere.");
            } else {
                var deadline = right.deadlines().deadline(round.notice().sent(), window);
                sentences.add("You have " + window
                        + " from receipt. If you receive this when it is sent, you may answer through "
                        + when(deadline.utc(), right.deadlines().zone()) + elsewhere(deadline.utc()) + ".");
            }
            sentences.add(
                    right.terms().onLapse() == FirstRefusal.OnLapse.ACCEPT
                            ? "If you say nothing by then, that counts as an acceptance."
                            : "If you say nothing by then, that counts as a decline.");
            sentences.add(
                    right.terms().partial() == FirstRefusal.Partial.NONE
                            ? "You may accept all of it, decline, or waive; a part of it counts as a counter."
                            : "You may accept all of it or a part, decline, or waive.");
            sentences.add(
                    switch (right.terms().preemption().counter()) {
                        case DECLINES -> "A counter-offer counts as a decline.";
                        case EXTENDS ->
                            "Your first counter-offer gives you the whole time again; the next counts as a decline.";
                        case NEGOTIATES -> "A counter-offer is talked about; it does not move the deadline.";
                    });
            sentences.add("Please acknowledge receipt, naming round " + round.id() + ".");
            return sentences;
        }

        private String elsewhere(Instant instant) {
            return zone.equals(right.deadlines().zone()) ? "" : ", which is " + when(instant, zone);
        }

        private static String when(Instant instant, ZoneId zone) {
            return LOCAL.format(instant.atZone(zone));
        }
    }
}
