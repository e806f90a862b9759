package io.proviso.cli;

import io.proviso.agreement.clause.Disclosure;
import picocli.CommandLine.Option;

/** For whose eyes an answer is written. */
final class AudienceOption {
    @Option(
            names = "--audience",
            paramLabel = "LEVEL",
            defaultValue = "internal",
            description = "Whose eyes the words are for: public, parties or internal. Default: ${DEFAULT-VALUE}.")
    private Disclosure level = Disclosure.INTERNAL;

    Disclosure level() {
        return level;
    }
}
