package io.proviso.desk;

import io.proviso.desk.rounds.Desk;
import io.proviso.desk.rounds.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Copies of the rules of the desk with one fault each, such as a tired programmer might leave. */
public enum PlantedFault implements Rules {
    /** The deadline worker looks at the clock only. */
    EXPIRES_WITHOUT_READING_THE_INBOX {
        @Override
        public Decision decide(State state, Command command, Context context) {
            return Desk.decide(
                    state, command instanceof Command.Expire ? new Command.Expire(context.now()) : command, context);
        }
    },

    /** "Before" where it should say "not after". */
    LAPSES_AT_THE_DEADLINE {
        @Override
        public Decision decide(State state, Command command, Context context) {
            var later = context.at(context.now().plusNanos(1));
            return Desk.decide(state, command, command instanceof Command.Expire ? later : context);
        }
    },

    /** An answer is not compared with the one on record. */
    TAKES_A_SECOND_ANSWER {
        @Override
        public Decision decide(State state, Command command, Context context) {
            var isAnswered = command instanceof Command.Answer
                    && state instanceof CapacityRequest request
                    && !request.offers().isEmpty()
                    && request.offers().getLast().ending() instanceof Offer.Ending.Answered;
            return Desk.decide(isAnswered ? unanswered((CapacityRequest) state) : state, command, context);
        }

        private State unanswered(CapacityRequest request) {
            var offer = request.offers().getLast();
            var receipt = Objects.requireNonNull(offer.receipt());
            State state = State.NOT_REQUESTED;
            for (var event : List.of(
                    new Event.Requested(offer.made(), request.need(), List.of()),
                    new Event.Offered(
                            offer.made(),
                            offer.id(),
                            offer.right(),
                            offer.gpus(),
                            offer.round().put()),
                    new Event.Received(receipt.at(), offer.id(), receipt))) {
                state = Desk.evolve(state, event);
            }
            return state;
        }
    },

    /** The end of the right is applied when it is read, not when it comes: alternates are invited before the holder has refused. */
    RELEASES_BEFORE_THE_REFUSAL {
        @Override
        public Decision decide(State state, Command command, Context context) {
            if (!(command instanceof Command.Review)) {
                return Desk.decide(state, command, context);
            }
            var then = context.now().plus(Duration.ofDays(9));
            return Desk.decide(state, new Command.Review(then), context.at(then));
        }
    },

    /** After a partial acceptance alternates are invited, but nothing is released to them. */
    LOSES_THE_REMAINDER {
        @Override
        public Decision decide(State state, Command command, Context context) {
            return Desk.decide(state, command, context) instanceof Decision.Decided decided
                            && decided.events().stream().anyMatch(Event.Accepted.class::isInstance)
                    ? new Decision.Decided(decided.events().stream()
                            .filter(event -> !(event instanceof Event.RemainderReleased))
                            .toList())
                    : Desk.decide(state, command, context);
        }
    }
}
