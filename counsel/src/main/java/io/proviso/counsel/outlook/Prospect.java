package io.proviso.counsel.outlook;

import io.proviso.agreement.ruling.Ruling;
import io.proviso.counsel.due.SendBy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of a need with one supplier. */
public sealed interface Prospect {
    Supplier supplier();

    /** The answer on the day looked from; the audience it is for may read all of it. */
    Ruling ruling();

    /**
     * It can be supplied.
     *
     * @param sign the first instant at which one may sign whatever the holders do
     * @param ready when it is delivered, if it is signed then
     * @param sendBy when a notice has to be received for it to be ready by the day it is needed; null if none has to be sent
     */
    record Lawful(
            Supplier supplier, Ruling ruling, Instant sign, Instant ready, Binds binds, SendBy.@Nullable Told sendBy)
            implements Prospect {}

    /** It could, for more than it may cost. */
    record Dear(Lawful but) implements Prospect {
        @Override
        public Supplier supplier() {
            return but.supplier();
        }

        @Override
        public Ruling ruling() {
            return but.ruling();
        }
    }

    /** It has not so many. */
    record Small(Supplier supplier, Ruling ruling, long has) implements Prospect {}

    /** It may be lawful, on no day that is certain. */
    record Unsure(Supplier supplier, Ruling ruling, String why) implements Prospect {}

    /** It is forbidden as far as one can see. */
    record Barred(Supplier supplier, Ruling ruling, Instant through) implements Prospect {}
}
