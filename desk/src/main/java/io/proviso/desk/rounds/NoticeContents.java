package io.proviso.desk.rounds;

import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.portfolio.RightInForce;
import io.proviso.desk.Bargain;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Terms;
import io.proviso.units.EnumWord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the notice of an offer says, against what the clause wants it to say; a defective notice never starts the clock. */
final class NoticeContents {
    private NoticeContents() {}

    /** The fields that are wanted and missing, as agreement files write them; what a bargain will say is not missing before it. */
    static List<String> lacking(RightInForce right, CapacityRequest.Need need, @Nullable Bargain bargain) {
        var preemption = right.terms().preemption();
        return preemption.conduct().notice().stream()
                .filter(field -> isMissing(field, preemption, need.terms(), bargain))
                .sorted()
                .map(EnumWord::of)
                .toList();
    }

    private static boolean isMissing(
            Preemption.Field field, Preemption preemption, Terms terms, @Nullable Bargain bargain) {
        return switch (field) {
            case PRICE ->
                bargain == null && !preemption.bidsComeFirst() && terms.price().limit() == null;
            case FABRIC -> terms.hardware().fabric().isBlank();
            case REGION -> terms.hardware().regions().isEmpty();
            case LATEST_START -> terms.schedule().latest() == null;
            case RAMP -> terms.schedule().ramp().isEmpty();
            case COUNTERPARTY -> bargain != null && preemption.matching().alternates() == Preemption.Alternates.BLIND;
        };
    }
}
