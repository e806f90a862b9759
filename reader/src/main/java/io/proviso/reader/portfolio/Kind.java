package io.proviso.reader.portfolio;

import io.proviso.reader.yaml.Shape;
import io.proviso.units.EnumWord;
import java.util.List;
import java.util.stream.Stream;

/** What a clause may do; it has exactly one of these under its own name. */
public enum Kind {
    FIRST_REFUSAL,
    EXCLUSIVITY,
    PERMISSION,
    PROHIBITION,
    LICENCE,
    FIRST_AVAILABILITY,
    COMMITMENT,
    REVENUE_SHARE,
    COVENANT,
    MILESTONE;

    /** The keys of all of them. */
    public static final List<String> KEYS = Stream.of(values()).map(Kind::key).toList();

    String key() {
        return EnumWord.of(this);
    }

    public Shape shape() {
        return switch (this) {
            case FIRST_REFUSAL -> Grammar.FIRST_REFUSAL;
            case EXCLUSIVITY -> Grammar.EXCLUSIVITY;
            case PERMISSION -> Grammar.PERMISSION;
            case PROHIBITION -> Grammar.PROHIBITION;
            case LICENCE -> Grammar.LICENCE;
            case FIRST_AVAILABILITY -> Grammar.FIRST_AVAILABILITY;
            case COMMITMENT -> Grammar.COMMITMENT;
            case REVENUE_SHARE -> Grammar.REVENUE_SHARE;
            case COVENANT -> Grammar.COVENANT;
            case MILESTONE -> Grammar.MILESTONE;
        };
    }
}
