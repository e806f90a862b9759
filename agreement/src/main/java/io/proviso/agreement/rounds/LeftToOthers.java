package io.proviso.agreement.rounds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a round leaves at an instant for contracts with others than the holder. */
public sealed interface LeftToOthers {
    /** Nothing: the holder has refused nothing, or took all of it. */
    record Nothing() implements LeftToOthers {}

    /** Nothing any more: what was left was free through then. */
    record Over(Instant through) implements LeftToOthers {}

    /**
     * So many, through then.
     *
     * @param most null where nothing was counted, and any number is free
     * @param through null if for good
     */
    record Free(@Nullable Long most, @Nullable Instant through) implements LeftToOthers {}

    /** Whether a contract for so many, or for all of what is not counted, is covered. */
    default boolean covers(@Nullable Long quantity) {
        return switch (this) {
            case Nothing(), Over _ -> false;
            case Free(Long most, Instant _) -> most == null || (quantity != null && quantity <= most);
        };
    }
}
