package io.proviso.reader;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.counsel.watch.Watch;
import java.util.List;

/** Questions that somebody asks again and again, and the portfolio they are about. */
public record Watched(Portfolio portfolio, List<Watch.Question> questions) {
    public Watched {
        questions = List.copyOf(questions);
    }
}
