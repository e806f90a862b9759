package io.proviso.replay.queue;

import java.util.Locale;

/** The words for amounts in a replay, each for one thing: the page, its tables and pictures, the command and its JSON use them alike. */
public enum Term {
    DEMAND("the work submitted per hour of late, as the GPUs that it keeps busy; the backlog is not in it"),
    CAPACITY("GPUs delivered and not yet ended, used or not"),
    WANTED("GPUs that jobs run on or wait for; over time, in GPU-hours, a GPU waited for two hours counts two"),
    BACKLOG("the part of what is wanted that jobs still wait for"),
    UNMET("what is wanted above the capacity there was, until the last submission; a GPU that stays free beside a"
            + " job too wide for it was there"),
    NOT_BEGUN("the work of the jobs that wait at the last submission"),
    WAIT("from the submission of a job to its start, of all jobs that began, whenever that was"),
    COST("of capacity until the last submission, used or not"),
    COMMITTED("the cost of whole terms; of what was reserved from the start, until the last submission"),
    REQUEST("what the customer asks for at a review"),
    ROUND("a request that had to be offered to the holder of a right first, with all offers made for it"),
    LAPSE("an offer whose window ended before an answer");

    private final String meaning;

    Term(String meaning) {
        this.meaning = meaning;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What it means, as the end of a sentence that begins with the word. */
    public String meaning() {
        return meaning;
    }
}
