package io.proviso.cli.files;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.cli.output.ShellWord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The portfolio that answers: the one a command was told to take, or takes where nobody said, with what is supposed of it. */
interface Answering {
    /** As it was named; null where it was not. */
    @Nullable
    Path directory();

    Supposed supposed();

    default Portfolio read() {
        return supposed().read(directory());
    }

    /** As {@code ask} takes it, behind a question; empty where it need not be said. */
    default String option() {
        var named = directory();
        return (named == null ? "" : " --portfolio " + ShellWord.quoted(named.toString()))
                + supposed().option();
    }

    /** A sentence on who answers. */
    default String whose() {
        return Portfolios.whose(directory());
    }

    /** Below an answer, where the caller did not say who was to give it. */
    default String unsaid() {
        return Portfolios.unsaid(directory());
    }

    /** The same below an answer on one screen. */
    default String unsaidInBrief() {
        return Portfolios.unsaidInBrief(directory());
    }

    /** What a page says before everything else: what is supposed, and who answers where the caller did not say. */
    default List<String> before() {
        var sentences = new ArrayList<String>();
        if (!supposed().isNothing()) {
            sentences.add(supposed().sentence().strip());
        }
        if (directory() == null) {
            sentences.add(whose());
        }
        return sentences;
    }
}
