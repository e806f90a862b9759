package io.proviso.desk;

import java.util.List;

/** What comes of a command: events to append (none if it repeats one already decided), or a refusal that changes nothing. */
public sealed interface Decision {
    /** What happened. */
    record Decided(List<Event> events) implements Decision {
        public Decided {
            events = List.copyOf(events);
        }
    }

    /** Why nothing happened: the rule that stands against it, in words, with what to do next. */
    record Refused(Rule rule, String message, String advice) implements Decision {}

    /** The rules a command can break. */
    enum Rule {
        ONE_REQUEST_PER_ID,
        NOTHING_REQUESTED,
        REQUEST_IS_CLOSED,
        QUESTION_FITS_THE_VOCABULARY,
        TAIL_MUST_BE_DISCLOSED,
        WINDOW_MUST_RUN_FROM_RECEIPT,
        AN_ACCEPTANCE_BINDS,
        A_NOTICE_STATES_WHAT_THE_CLAUSE_WANTS,
        A_BUNDLE_IS_ALLOCATED,
        HOLDER_MUST_HAVE_SUPPLY,
        WINDOW_MUST_BE_DISCLOSED,
        ACCEPTANCE_BY_SILENCE_NEEDS_A_PRICE,
        NO_SUCH_OFFER,
        NOTHING_FROM_THE_FUTURE,
        ONE_RECEIPT_PER_OFFER,
        ONLY_THE_HOLDER_ANSWERS,
        ONLY_A_RECEIPT_STARTS_THE_CLOCK,
        ONE_TERMINAL_ANSWER,
        ANSWERS_ARE_READ_IN_ORDER,
        AN_ANSWER_FITS_ITS_OFFER,
        INBOX_READ_FIRST,
        NOT_YET_DUE,
        ONLY_THE_INVITED_BID,
        A_BID_FITS_ITS_REQUEST,
        NO_BID_TO_AWARD,
        AN_AWARD_BELONGS_TO_ITS_EPOCH,
        ONLY_A_COUNTER_ON_THE_TABLE,
        BOTH_CONSENT_TO_MORE_TIME,
        ONLY_A_NAMED_EVENT_TOLLS,
        NO_SUCH_RESERVATION,
        ONLY_WHAT_IS_PERMITTED,
        A_REQUEST_HAS_LIMITS
    }
}
