package io.proviso.cli.files;

import io.proviso.agreement.clause.Disclosure;
import picocli.CommandLine.Option;

/** For whose eyes an answer is written. */
public final class AudienceOption {
    @Option(
            names = "--audience",
            paramLabel = "LEVEL",
            defaultValue = "internal",
            description = "Whose eyes the words are for: public, parties or internal. Default: ${DEFAULT-VALUE}.")
    private Disclosure level = Disclosure.INTERNAL;

    public Disclosure level() {
        return level;
    }
}
