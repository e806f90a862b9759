package io.proviso.counsel.notice;

import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Round;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.RightInForce;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.counsel.english.Page;
import io.proviso.counsel.english.PreemptionEnglish;
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
import java.util.stream.Stream;

/**
 * The notice by which something is put to the holder of a right: what is put, which clause demands what of it, until when the holder
 * may answer and what its silence means.
 *
 * @param text the letter, with the digest of all that stands above the line that asks to acknowledge it
 * @param missing what the clause demands in a notice and this one does not say
 * @param unnamed what of that no word of the portfolio is for
 */
public record RoundNotice(
        Page page, String text, String digest, Party holder, List<String> missing, List<String> unnamed) {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu HH:mm zzz", Locale.ENGLISH);
    private static final DateTimeFormatter MAIL =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);

    public RoundNotice {
        missing = List.copyOf(missing);
        unnamed = List.copyOf(unnamed);
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
                        rulings.portfolio().vocabulary())
                .write();
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

    private record Writer(Round round, RightInForce right, ClauseVersion version, ZoneId zone, Vocabulary vocabulary) {
        private DeskWords words() {
            return vocabulary.desk();
        }

        RoundNotice write() {
            var title = "Notice under " + round.right().agreement() + ", clause "
                    + round.right().clause() + ": round " + round.id();
            var letter = parts();
            var digest = Sha256.of(plain(title, letter));
            var whole =
                    Stream.concat(letter.stream(), Stream.of(receipt(digest))).toList();
            return new RoundNotice(
                    new Page(title, whole.stream().flatMap(Part::blocks).toList()),
                    plain(title, whole),
                    digest,
                    right.terms().holder(),
                    missing(),
                    missing().stream().filter(this::isUnnamed).toList());
        }

        /** What stands together under a heading. */
        private record Part(String heading, List<String> sentences) {
            Stream<Page.Block> blocks() {
                return Stream.concat(
                        heading.isEmpty() ? Stream.empty() : Stream.of(new Page.Heading(heading)),
                        sentences.stream().map(Page.Paragraph::new));
            }

            String text() {
                return heading.isEmpty()
                        ? String.join("\n", sentences) + "\n"
                        : heading + "\n"
                                + sentences.stream()
                                        .map(line -> "  " + line + "\n")
                                        .collect(Collectors.joining());
            }
        }

        private static String plain(String title, List<Part> parts) {
            return title + "\n\n" + parts.stream().map(Part::text).collect(Collectors.joining("\n"));
        }

        private List<Part> parts() {
            var holder = right.terms().holder();
            return List.of(
                    new Part(
                            "",
                            List.of(
                                    "To " + holder + ", from " + customers() + ".",
                                    "Sent " + when(round.notice().sent()) + ".",
                                    "By clause " + round.right().clause() + " of "
                                            + round.right().agreement() + " " + holder
                                            + " is to be asked first. With this notice " + customers()
                                            + " puts to it what follows.")),
                    new Part("What is put to you", put()),
                    new Part("The clause", clause()),
                    new Part("Your answer", answer()));
        }

        private Part receipt(String digest) {
            return new Part(
                    "Receipt",
                    List.of(
                            "Please acknowledge receipt of digest " + digest + ", naming round " + round.id() + ".",
                            "It is the SHA-256 of this text from its first line through the last one of \"Your answer\".",
                            "For " + customers() + ": ______________________  Date: ______________",
                            "Received for " + right.terms().holder()
                                    + ": ______________________  Date and hour: ______________"));
        }

        /** A paraphrase is ours, and stands in no quotation marks. */
        private List<String> clause() {
            var words = version.clause().words();
            var source = version.clause().provenance().source();
            return List.of(
                    switch (words.kind()) {
                        case QUOTE -> words.quoted();
                        case PARAPHRASE ->
                            "In our words, which do not replace the text of the agreement: " + words.says();
                    },
                    "It stands in " + source.title() + (source.url() == null ? "." : ", " + source.url() + "."));
        }

        private List<String> missing() {
            return right.terms().preemption().conduct().notice().stream()
                    .map(field -> term(field, words()))
                    .filter(term -> !round.put().containsKey(term))
                    .sorted()
                    .toList();
        }

        /** A part of the desk's questions for which there is no facet. */
        private boolean isUnnamed(String term) {
            return Stream.of(DeskWords.Of.REGION, DeskWords.Of.SUPPLIER)
                    .anyMatch(of -> term.equals(of.key())
                            && words().find(of) == null
                            && !vocabulary.facets().containsKey(term));
        }

        private List<String> put() {
            var demanded = right.terms().preemption().conduct().notice().stream()
                    .map(field -> term(field, words()))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return round.put().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + told(entry.getKey(), entry.getValue())
                            + (demanded.contains(entry.getKey()) ? " (which the clause demands in a notice)" : ""))
                    .toList();
        }

        private String told(String facet, Round.Term term) {
            return switch (term) {
                case Round.Term.Start(Instant at) -> when(at);
                case Round.Term.Amount(long number) -> Quantity.told(number, vocabulary.unit(facet));
                case Round.Term.Values _, Round.Term.Price _, Round.Term.Length _ -> term.told();
            };
        }

        private String customers() {
            return words().customers(version.agreement(), right.terms().holder()).stream()
                    .map(Party::name)
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
                        + switch (right.terms().answering().from()) {
                            case RECEIPT -> " from receipt. If you receive this when it is sent, you";
                            case GIVING ->
                                " from the day on which this notice is given, " + deadline.deemedReceived()
                                        + ", whenever you receive it. You";
                        }
                        + " may answer through " + when(deadline.utc()) + ".");
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
                        case DECLINES -> "A counter-offer counts as a decline." + exercise();
                        case EXTENDS ->
                            "Your first counter-offer gives you the whole time again; the next counts as a decline."
                                    + exercise();
                        case NEGOTIATES -> talks();
                    });
            return sentences;
        }

        private String exercise() {
            var answering = right.terms().answering();
            return answering.opensTalks(0)
                    ? " Your acceptance, which binds you to nothing else, ends that time and opens talks of "
                            + PreemptionEnglish.talks(answering)
                            + ", counted from its receipt; in them a counter-offer ends nothing."
                            + " Without an agreement by their end you have declined."
                    : "";
        }

        private String talks() {
            var answering = right.terms().answering();
            return answering.talks().isEmpty()
                    ? "A counter-offer is talked about; it does not move the deadline."
                    : switch (answering.opens()) {
                                case BY_PROPOSAL -> "A proposal of yours";
                                case BY_EXERCISE ->
                                    "Your acceptance, which binds you to nothing else, or a proposal of yours";
                            }
                            + " ends that time and opens talks of " + PreemptionEnglish.talks(answering)
                            + ", counted from its receipt. Without an agreement by their end you have declined.";
        }

        /** In the zone of the agreement, and in the one of the sender where that is another. */
        private String when(Instant instant) {
            var local = LOCAL.format(instant.atZone(right.deadlines().zone()));
            var ours = LOCAL.format(instant.atZone(zone));
            return local.equals(ours) ? local : local + ", which is " + ours;
        }
    }
}
