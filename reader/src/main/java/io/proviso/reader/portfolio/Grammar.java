package io.proviso.reader.portfolio;

import io.proviso.agreement.DeskWords;
import io.proviso.reader.yaml.Shape;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every mapping that a portfolio's files may hold, on one page. */
public final class Grammar {
    private static final String LICENSED =
            "Write under on: which act is licensed, and its facets: on: {act: …, FACET: …}.";

    static final String MOST_FAVOURED = "most-favoured";

    static final Shape PORTFOLIO =
            Shape.of("portfolio", "portfolio", "zone", "silence").or("agreements", "desk");
    static final Shape DESK = Shape.of("desk")
            .or(Stream.of(DeskWords.Of.values()).map(DeskWords.Of::key).toArray(String[]::new));

    static final Shape VOCABULARY = Shape.of("vocabulary", "acts", "facets").or("impossible");
    static final Shape ACT = Shape.of("act", "means", "takes");
    static final Shape CHOICE = Shape.of("choice", "values").or("groups", "default", "supplied-by");
    static final Shape COUNT = Shape.of("count", "count");
    static final Shape AMOUNT = Shape.of("amount", "money");

    static final Shape CALENDAR = Shape.of("calendar", "name").or("weekend", "holidays", "all-of", "any-of");
    static final Shape HOLIDAY =
            Shape.of("holiday", "date", "recorded", "source").or("name", "withdrawn");

    static final Shape PINS = Shape.of("pins", "pins");
    static final Shape PIN =
            Shape.of("pin", "agreement", "clause", "who", "why", "made").or("reading", "readings");

    static final Shape RECORD = Shape.of("record", "record");
    static final Shape ATTESTATION =
            Shape.of("attestation", "fact", "value", "at", "source").or("recorded", "scope");
    static final Shape ROUND =
            Shape.of("round", "round", "right", "put", "notice", "source").or("request", "steps");
    static final Shape NOTICE = Shape.of("notice", "sent").or("received", "defective", "recorded", "digest");
    static final Shape HAPPENING = Shape.of("step", "at")
            .or("received", "defective", "answer", "quantity", "extended-to", "tolled", "resumed", "withdrawn")
            .or("signed", "with", "recorded");
    static final Shape CONTINUATION = Shape.of("continuation", "continues", "at", "source")
            .or(HAPPENING.optional().toArray(String[]::new));
    static final Shape DRAW = Shape.of("draw", "drawn", "quantity", "at", "source")
            .or("recorded")
            .instead("gpus", "Write quantity: and what is counted, as in quantity: {gpus: 20000}.");

    static final Shape OWNER = Shape.of("owner", "owner", "of", "at", "source").or("recorded");
    static final Shape DONE = Shape.of("done", "done", "at", "source").or("recorded", "by");

    static final Shape AGREEMENT = Shape.of(
                    "agreement", "agreement", "basis", "zone", "parties", "silence", "instruments")
            .or("calendar", "cutoff", "receipt", "deadline", "disclosure");
    static final Shape RECEIPT_TERMS = Shape.of("receipt-terms").or("until", "closed-day");
    static final Shape DEADLINE_TERMS = Shape.of("deadline-terms").or("hour", "roll");
    static final Shape INSTRUMENT = Shape.of("instrument", "instrument", "type", "effective", "source")
            .or("signed", "recorded", "by", "ends", "revokes", "restates", "interprets", "clauses", "terminates");
    static final Shape SOURCE = Shape.of("source", "title", "confidence").or("url");
    static final Shape ENDING = Shape.of("ending", "clause", "readings");

    static final Shape FIRST_REFUSAL = Shape.of("first-refusal", "holder", "on")
            .or(
                    "window",
                    "from",
                    "stages",
                    "on-lapse",
                    "partial",
                    "calendar",
                    "cutoff",
                    "receipt",
                    "deadline",
                    "below-gang")
            .or("kind", "trigger", "matching", "alternates", "tail", "re-offer-window", "aggregation", "emergency")
            .or("counter", "notice", "tolling", "on-failure", "rank", "times", "open-offers", "quantity", "of");
    static final Shape FIRST_STAGE = Shape.of("first-stage", "propose").or("from");
    static final Shape EXERCISE_STAGE = Shape.of("exercise-stage", "exercise").or("from");
    static final Shape LATER_STAGE = Shape.of("later-stage", "negotiate").or("from");
    static final Shape MATCHING = Shape.of("matching").or("standard", "tolerance", "non-cash");
    static final Shape TAIL = Shape.of("tail").or("for", "from", "no-more-favourable");
    static final Shape NO_MORE_FAVOURABLE =
            Shape.of("no-more-favourable").or("price", "quantity", "start", "term", "counterparty");
    static final Shape TOLERANCE = Shape.of("tolerance").or("within", "reopens-at", "direction");
    static final Shape AGGREGATION =
            Shape.of("aggregation", "days", "threshold", "by").or("affiliates");
    static final Shape EMERGENCY = Shape.of("emergency", "days")
            .or("up-to")
            .instead("gpus", "Write up-to: and what is counted, as in up-to: {gpus: 500}.");
    static final Shape EXCLUSIVITY = Shape.of("exclusivity", "for", "on");
    static final Shape PERMISSION = Shape.of("permission", "on").or("up-to", "per", "revocable", "sign-by", "signed");
    static final Shape PROHIBITION = Shape.of("prohibition", "for", "on").or("unless");
    static final Shape CONSENT = Shape.of("consent", "consent-of", "within", "silence");
    static final Shape LICENCE = Shape.of("licence", "licensee", "on", "exclusive")
            .instead("subject", LICENSED)
            .instead("purpose", LICENSED);
    static final Shape FIRST_AVAILABILITY = Shape.of("first-availability", "for", "on", "lifted-when");
    static final Shape COMMITMENT = Shape.of("commitment", "by", "to", "amount", "headline", "incremental")
            .or("term", "ramp", "termination", "options", "delivery", "on", "used-for")
            .or("for-cause", "renews", "extensions");
    static final Shape DELIVERY = Shape.of("delivery-terms", "tranches").or("fees-from", "delay");
    static final Shape TRANCHE =
            Shape.of("tranche", "tranche", "delivered").or("quantity", "price", "due", "accepted", "delay");
    static final Shape DUE_PERIOD = Shape.of("due-period", "after", "from");
    static final Shape DELAY = Shape.of("delay-terms").or("grace", "credits", "exit");
    static final Shape DELAY_CREDITS = Shape.of("delay-credits", "per-day").or("cap", "from");
    static final Shape EXIT = Shape.of("exit", "after", "ends");
    static final Shape RAMP_STEP = Shape.of("ramp-step", "until", "amount");
    static final Shape TERMINATION = Shape.of("termination", "notice").or("not-before", "fee", "by");
    static final Shape FEE_STEP = Shape.of("fee-step", "before", "fee");
    static final Shape FOR_CAUSE = Shape.of("for-cause", "by", "cause", "cure");
    static final Shape RENEWAL = Shape.of("renewal", "for", "notice", "unless").or("times", "amount");
    static final Shape EXTENSION =
            Shape.of("extension", "for", "notice", "exercised").or("not-earlier", "amount");
    static final Shape OPTION = Shape.of("option", "amount", "exercise-by", "exercised");
    static final Shape REVENUE_SHARE =
            Shape.of("revenue-share", "payer", "payee", "rate", "base").or("cap");
    static final Shape COVENANT = Shape.of("covenant", "by", "to", "measured", "at-least", "measure", "per")
            .or("cure");
    static final Shape MILESTONE = Shape.of("milestone", "fact", "declarer").or("verifier", "due", "grace");
    static final Shape TERM = Shape.of("term", "from", "to");
    static final Shape CAP = Shape.of("cap", "amount", "counted-from")
            .notYet(
                    "per",
                    "A cap is one amount in all: caps of each year come with statements. Say it in says: until then.");

    static final Shape CLAUSE = withKinds(Shape.of("clause", "clause", "says")
                    .or(
                            "says-kind",
                            "from",
                            "until",
                            "overrides",
                            "recorded",
                            "source",
                            "disclosure",
                            "assumed",
                            "reported",
                            "readings"))
            .notYet(
                    MOST_FAVOURED,
                    "It would decide nothing: prices are compared when statements are. Write its duty as a covenant, or"
                            + " keep it in says: of another clause.");
    static final Shape RESTATED_CLAUSE =
            new Shape("restated-clause", CLAUSE.required(), CLAUSE.optional(), CLAUSE.unread()).or("keeps");
    static final Shape READING = withKinds(Shape.of("reading", "reading").or("says", "says-kind", "recorded", "ends"));
    static final Shape INTERPRETATION =
            new Shape("interpretation", List.of("clause", "reading"), READING.optional(), Map.of());

    static final Shape END = Shape.of("end").or("through", "milestone", "earlier-of", "later-of", "after", "from");
    static final Shape BEGINNING = Shape.of("beginning").or("milestone", "after", "from");
    static final Shape ANCHOR = Shape.of("anchor", "milestone");
    static final Shape EXCLUSION = Shape.of("exclusion", "not");
    static final Shape RANGE = Shape.of("range").or("at-least", "below");
    static final Shape STATED = Shape.of("stated", "value", "recorded");

    private Grammar() {}

    private static Shape withKinds(Shape shape) {
        return shape.or(Kind.KEYS.toArray(String[]::new));
    }
}
